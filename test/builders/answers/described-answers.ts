import * as z from 'zod';

/** As it came over the wire; `headers` in lower case. */
export interface GivenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty without a body. */
  readonly text: string;
}

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];
export interface DescribedResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly required?: boolean; readonly schema: JsonSchema }>>;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}
export interface DescribedOperation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, DescribedResponse>>;
}
export interface DescribedApis {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Headers that say something to this caller; the others are the same for all answers. */
const telling = ['location', 'retry-after', 'www-authenticate'];

/**
 * How an answer departs from what an OpenAPI document says of its operation: its status, which must be listed by itself, its
 * media type, its headers, its body by the schema of both, and the code of a problem. The schemas are read back from the
 * document's JSON, as a stranger's generator would, and not from the ones that made it.
 *
 * @returns nothing for an answer that is as described.
 */
export function departuresFrom(document: DescribedApis) {
  const operations = new Map(
    Object.values(document.paths)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => [operation.operationId, operation]),
  );
  const definitions = toDefinitions(document.components.schemas);
  const known = new Map<JsonSchema, z.ZodType>();
  const read = (schema: JsonSchema): z.ZodType => {
    const reader = known.get(schema) ?? z.fromJSONSchema({ ...toDefinitions(schema as object), $defs: definitions });
    known.set(schema, reader);
    return reader;
  };

  return (operationId: string, answer: GivenAnswer): readonly string[] => {
    const response = operations.get(operationId)?.responses[String(answer.status)];
    if (!response) return [`${operationId}: ${answer.status} is not described`];
    return [...wrongHeaders(response, answer, read), ...wrongBody(response, answer, read)].map(
      (wrong) => `${operationId}: ${answer.status}: ${wrong}`,
    );
  };
}

type Read = (schema: JsonSchema) => z.ZodType;

function wrongHeaders({ headers = {} }: DescribedResponse, given: GivenAnswer, read: Read): string[] {
  const described = new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), header]));
  const more = telling.filter((name) => name in given.headers && !described.has(name));
  const wrong = [...described].flatMap(([name, { required, schema }]) => {
    const value = given.headers[name];
    if (value === undefined) return required ? [`the header ${name} is missing`] : [];
    const isNumber = (schema as { type?: unknown }).type === 'integer';
    return read(schema).safeParse(isNumber ? Number(value) : value).success ? [] : [`the header ${name} is ${value}`];
  });
  return [...more.map((name) => `the header ${name} is not described`), ...wrong];
}

function wrongBody({ content, description }: DescribedResponse, given: GivenAnswer, read: Read): string[] {
  if (!content) return given.text === '' ? [] : ['a body is not described'];
  const mediaType = (given.headers['content-type'] ?? 'none').split(';')[0] ?? '';
  const described = content[mediaType];
  if (!described) return [`${mediaType} is not described`];
  const body: unknown = mediaType.endsWith('json') ? JSON.parse(given.text) : given.text;
  const { success, error } = read(described.schema).safeParse(body);
  if (!success) return error.issues.map(({ path, code }) => `${mediaType} at /${path.join('/')}: ${code}`);
  const { code } = mediaType === 'application/problem+json' ? (body as { code: string }) : { code: undefined };
  return code === undefined || description.includes(`\`${code}\``) ? [] : [`${code} is not described`];
}

/** With references that reach into the schema itself, instead of the document that it stands in. */
function toDefinitions(value: object): Record<string, never> {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/components/schemas/', '"#/$defs/')) as Record<string, never>;
}
