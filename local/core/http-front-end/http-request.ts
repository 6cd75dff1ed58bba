import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request as it arrived, read whole. */
export interface HttpRequest {
  readonly method: string;
  /** Still percent-encoded: signatures and path variables need it so. */
  readonly path: string;
  /** Without the question mark; percent-encoded. */
  readonly queryString: string;
  /** Names in lower case, repeated headers joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface HttpResponse {
  readonly status: number;
  /** Pairs, as `set-cookie` may stand several times. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | string;
}

export type RequestHandler = (request: HttpRequest) => Promise<HttpResponse>;

/** Takes over a request to upgrade to a WebSocket, with its connection. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** API Gateway's payload quota for HTTP APIs, in bytes; it cannot be raised. */
export const largestPayload = 10 * 1024 * 1024;

/** Reads a request; `undefined` when its body is over the quota. */
export async function readRequest(incoming: IncomingMessage): Promise<HttpRequest | undefined> {
  const body = await readBody(incoming);
  if (!body) return undefined;
  const [path, queryString] = splitTarget(incoming.url ?? '/');
  const { cookie, ...headers } = incoming.headersDistinct;
  return {
    method: incoming.method ?? 'GET',
    path,
    queryString,
    headers: Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(',')])),
    cookies: (cookie ?? []).flatMap((line) => line.split(/;\s*/)).filter((pair) => pair !== ''),
    body,
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
  };
}

/** An answer in JSON. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    headers: Object.entries({ 'content-type': 'application/json', ...headers }),
    body: JSON.stringify(value),
  };
}

/** Reads to the end in any case: an answer in the middle of a body reaches few clients. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= largestPayload) chunks.push(chunk);
  }
  return length <= largestPayload ? Buffer.concat(chunks) : undefined;
}

/** The request line may hold an absolute URL, which is for proxies: only its path counts. */
function splitTarget(target: string): [path: string, queryString: string] {
  const relative = target.replace(/^https?:\/\/[^/?]*/i, '');
  const at = relative.indexOf('?');
  return at < 0 ? [relative || '/', ''] : [relative.slice(0, at) || '/', relative.slice(at + 1)];
}
