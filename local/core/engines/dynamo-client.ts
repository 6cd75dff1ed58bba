/** The two APIs of an engine, as `X-Amz-Target` names them. */
const targets = { table: 'DynamoDB_20120810', streams: 'DynamoDBStreams_20120810' } as const;

/** A value as DynamoDB writes it, e.g. `{S: 'a'}`. */
export type AttributeValue = Readonly<Record<string, unknown>>;
export type AttributeMap = Readonly<Record<string, AttributeValue>>;

/** An error that the engine answered, by its AWS name, e.g. `ResourceNotFoundException`. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: string;
  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${code}: ${message}`);
    this.code = code;
  }
}

/** The runtime's own calls to the engine, past the AWS endpoint: they are nobody's, need no policy and are not recorded. */
export interface DynamoClient {
  table<Answer>(operation: string, input: object): Promise<Answer>;
  streams<Answer>(operation: string, input: object): Promise<Answer>;
}

/**
 * A client for an engine's DynamoDB and DynamoDB Streams APIs.
 *
 * @throws EngineError for an answer other than 200; the fetch error when the engine does not answer in time.
 */
export function createDynamoClient(url: string, timeoutMilliseconds = 10_000): DynamoClient {
  const call = async <Answer>(api: keyof typeof targets, operation: string, input: object): Promise<Answer> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...unverifiedSignature(),
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${targets[api]}.${operation}`,
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as Answer;
    throw toError(operation, response.status, text);
  };
  return {
    table: (operation, input) => call('table', operation, input),
    streams: (operation, input) => call('streams', operation, input),
  };
}

/** Engines want the form of a signature and check nothing in it; the access key names a database where it matters. */
function unverifiedSignature(): Record<string, string> {
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = `local/${stamp.slice(0, 8)}/us-east-1/dynamodb/aws4_request`;
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
    'x-amz-date': stamp,
  };
}

function toError(operation: string, status: number, text: string): EngineError {
  try {
    const body = JSON.parse(text) as { __type?: string; message?: string; Message?: string };
    const code = body.__type?.split('#').at(-1) ?? String(status);
    return new EngineError(operation, code, body.message ?? body.Message ?? '');
  } catch {
    return new EngineError(operation, String(status), text.slice(0, 200));
  }
}
