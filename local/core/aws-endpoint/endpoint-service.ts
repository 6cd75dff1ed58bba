import type { JsonObject } from '../assembly/json.ts';
import { isJsonObject } from '../assembly/json.ts';
import { headerOf } from '../access/signed-request.ts';
import type { SignedRequest } from '../access/signed-request.ts';
import type { RolePrincipal, AccessRequest } from '../access/access-request.ts';
import { AwsError } from './aws-error.ts';
import { isNestedTooDeep } from './json-depth.ts';
import type { ErrorFormat } from './aws-error.ts';

/** One permission that a call needs. */
export type Requirement = Pick<AccessRequest, 'action' | 'resource' | 'context' | 'otherReadings'>;

export interface ParsedCall {
  readonly operation: string;
  readonly input: JsonObject;
}

export interface Call extends ParsedCall {
  readonly principal: RolePrincipal;
  readonly request: SignedRequest;
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** AWS error code, of an error that the service itself answered. */
  readonly error?: string;
  readonly consumedCapacity?: number;
}

/** One AWS service behind the AWS endpoint. */
export interface EndpointService {
  /** As in credential scopes, IAM actions and ARNs. */
  readonly name: string;
  /** All that `parse` knows. */
  readonly operations: readonly string[];
  readonly errors: ErrorFormat;
  /** Status of refused credentials and permissions, which differs between services. */
  readonly refusalStatus: 400 | 403;
  /** Operation and input of a request. Throws an AwsError for what the service does not serve. */
  parse(request: SignedRequest): ParsedCall;
  requirements(call: ParsedCall): readonly Requirement[];
  /** Items that the request names, for the record. */
  countItems?(call: ParsedCall): number;
  perform(call: Call): Promise<Reply>;
}

/** Reads a request of the AWS JSON protocols: `X-Amz-Target: <prefix>.<operation>` and a JSON object. */
export function parseJsonCall(
  request: SignedRequest,
  targets: readonly string[],
  operations: ReadonlySet<string>,
): ParsedCall {
  const target = headerOf(request, 'x-amz-target') ?? '';
  const dot = target.indexOf('.');
  const operation = target.slice(dot + 1);
  if (!targets.includes(target.slice(0, dot)) || !operations.has(operation)) {
    throw new AwsError('UnknownOperationException', `the local AWS endpoint does not serve the operation '${target}'`);
  }
  return { operation, input: parseJson(request.body) };
}

export function parseJson(body: Uint8Array): JsonObject {
  const text = Buffer.from(body).toString('utf8');
  if (isNestedTooDeep(text)) throw new AwsError('SerializationException', 'the request body is nested too deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AwsError('SerializationException', 'the request body is not valid JSON');
  }
  if (!isJsonObject(value)) throw new AwsError('SerializationException', 'the request body is not a JSON object');
  return value;
}

export function jsonReply(content: object, version: '1.0' | '1.1'): Reply {
  return {
    status: 200,
    headers: { 'content-type': `application/x-amz-json-${version}` },
    body: JSON.stringify(content),
  };
}
