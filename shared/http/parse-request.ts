import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import { AppError, invalid } from '../kernel/errors.ts';
import type { FieldError } from '../kernel/errors.ts';
import { parseEntityTags } from './entity-tag.ts';
import type { EntityTags } from './entity-tag.ts';
import { plainWords } from './message-rules.ts';
import type { RouteContract } from '../contracts/http/route-contract.ts';

/** Largest body of a route that says nothing else, in bytes. */
export const largestBody = 64 * 1024;

export interface ParsedRequest<Contract extends RouteContract> {
  readonly path: z.infer<Contract['pathParameters']>;
  readonly query: z.infer<Contract['query']>;
  readonly body: Contract['body'] extends z.ZodType ? z.infer<Contract['body']> : undefined;
  /** Of a route that takes it. */
  readonly ifMatch: EntityTags | undefined;
}

/**
 * A request as its contract reads it.
 *
 * @param readBody what it makes of a body that does not come as JSON.
 * @throws AppError `payload_too_large`, or `validation_failed` naming every wrong field at once.
 */
export function parseRequest<Contract extends RouteContract>(
  contract: Contract,
  event: APIGatewayProxyEventV2,
  readBody: (contract: RouteContract, event: APIGatewayProxyEventV2) => unknown = bodyOf,
): ParsedRequest<Contract> {
  const errors = wrongParameters(event.rawQueryString, Object.keys(contract.query.shape));
  const path = read(contract.pathParameters, event.pathParameters ?? {}, 'path', errors);
  const query = read(contract.query, event.queryStringParameters ?? {}, 'query', errors);
  const body = contract.body ? read(contract.body, readBody(contract, event), '', errors) : undefined;
  const ifMatch = contract.takesIfMatch ? tagsOf(event, 'If-Match', errors) : undefined;
  if (contract.showsOne && contract.method === 'GET') tagsOf(event, 'If-None-Match', errors);
  if (errors.length > 0) throw invalid(errors);
  return { path, query, body, ifMatch } as ParsedRequest<Contract>;
}

function tagsOf(
  event: APIGatewayProxyEventV2,
  name: 'If-Match' | 'If-None-Match',
  errors: FieldError[],
): EntityTags | undefined {
  const header = event.headers[name.toLowerCase()];
  if (header === undefined) return undefined;
  const tags = parseEntityTags(header);
  if (tags === undefined) errors.push({ path: `header.${name}`, message: 'must be `*`, or ETags in double quotes' });
  return tags;
}

/**
 * What is wrong with a query string before its values are looked at. A misspelt filter that is ignored answers with
 * everything, so no parameter is unknown. API Gateway joins repeated ones with a comma, which may stand in a username:
 * so each comes once.
 */
export function wrongParameters(rawQueryString: string, known: readonly string[]): FieldError[] {
  if (!rawQueryString) return [];
  const names = [...new URLSearchParams(rawQueryString).keys()];
  return [...new Set(names)].flatMap((name) => {
    const path = `query.${name}`;
    if (!known.includes(name)) return [{ path, message: 'is not a known parameter' }];
    return names.indexOf(name) === names.lastIndexOf(name) ? [] : [{ path, message: 'must be given once' }];
  });
}

function bodyOf({ bodyMayBeMissing, largestBody: most }: RouteContract, event: APIGatewayProxyEventV2): unknown {
  return bodyMayBeMissing && !event.body ? {} : parseJsonBody(event, most);
}

function read(schema: z.ZodType, value: unknown, prefix: string, errors: FieldError[]): unknown {
  const result = schema.safeParse(value, { error: plainWords });
  if (result.success) return result.data;
  const told = new Set(errors.map(({ path }) => path));
  errors.push(...toFieldErrors(result.error, prefix).filter(({ path }) => !told.has(path)));
  return undefined;
}

/**
 * Every wrong field with its dotted path, once: of a value of another type the schema also says how long it should have
 * been. Unknown fields are named one by one.
 */
export function toFieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
  const all = error.issues.flatMap((issue) => {
    const path = [...(prefix ? [prefix] : []), ...issue.path.map(String)];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not a known field' }));
    }
    return [{ path: path.join('.') || 'body', message: issue.message }];
  });
  const first = new Map<string, FieldError>();
  for (const one of all) if (!first.has(one.path)) first.set(one.path, one);
  return [...first.values()];
}

/**
 * A body's text.
 *
 * @throws AppError `payload_too_large` above so many bytes of UTF-8.
 */
export function bodyText(event: APIGatewayProxyEventV2, most = largestBody): string {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  if (Buffer.byteLength(text) > most)
    throw new AppError('payload_too_large', `The body may hold ${most} bytes at most.`);
  return text;
}

/**
 * The JSON of a body.
 *
 * @throws AppError `payload_too_large` above 64 KiB, or what the route takes; `validation_failed` for what is not JSON.
 */
export function parseJsonBody(event: APIGatewayProxyEventV2, most?: number): unknown {
  const text = bodyText(event, most);
  try {
    return JSON.parse(text);
  } catch {
    throw invalid([{ path: 'body', message: text === '' ? 'is missing; JSON expected' : 'is not JSON' }]);
  }
}
