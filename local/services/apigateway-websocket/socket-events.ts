import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { WebSocketApiModel } from './model.ts';
import { commonLogTime, portOf } from '../apigateway/to-event.ts';

/** What is known of a connection from its handshake on. */
export interface ConnectionFacts {
  readonly id: string;
  readonly api: WebSocketApiModel;
  /** Epoch milliseconds on the local clock. */
  readonly connectedAt: number;
  readonly host: string;
  readonly sourceIp: string;
  readonly userAgent: string | undefined;
}

/** One invocation for a connection. */
export interface Occasion {
  readonly requestId: string;
  /** Epoch milliseconds on the local clock. */
  readonly now: number;
}

/** In the form of API Gateway's, e.g. `GXLKAfX1FiACG1w=`: a path that holds it must encode it. */
export function newId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}

/**
 * The events of the proxy integration of WebSocket APIs. Header names stand as the client wrote them, which differs from
 * HTTP APIs.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 * and its page on `$connect` and `$disconnect`.
 */
export function connectEvent(facts: ConnectionFacts, request: IncomingMessage, occasion: Occasion): object {
  const all = [...pairs(request.rawHeaders), ...forwarded(facts)];
  const query = [...new URLSearchParams(/\?(.*)$/s.exec(request.url ?? '')?.[1] ?? '')];
  return {
    headers: Object.fromEntries(all),
    multiValueHeaders: gather(all),
    ...(query.length > 0 && {
      queryStringParameters: Object.fromEntries(query),
      multiValueQueryStringParameters: gather(query),
    }),
    requestContext: contextOf(facts, occasion, { routeKey: '$connect', eventType: 'CONNECT' }),
    isBase64Encoded: false,
  };
}

export function messageEvent(facts: ConnectionFacts, routeKey: string, body: string, occasion: Occasion): object {
  return {
    requestContext: contextOf(facts, occasion, { routeKey, messageId: newId(), eventType: 'MESSAGE' }),
    body,
    isBase64Encoded: false,
  };
}

export function disconnectEvent(
  facts: ConnectionFacts,
  { code, reason }: { readonly code: number; readonly reason: string },
  occasion: Occasion,
): object {
  const headers: [string, string][] = [
    ['Host', facts.host],
    ['x-api-key', ''],
    ['X-Forwarded-For', ''],
    ['x-restapi', ''],
  ];
  const own = {
    routeKey: '$disconnect',
    disconnectStatusCode: code,
    eventType: 'DISCONNECT',
    disconnectReason: reason,
  };
  return {
    headers: Object.fromEntries(headers),
    multiValueHeaders: gather(headers),
    requestContext: contextOf(facts, occasion, own),
    isBase64Encoded: false,
  };
}

function contextOf(facts: ConnectionFacts, { requestId, now }: Occasion, own: object): object {
  return {
    ...own,
    extendedRequestId: requestId,
    requestTime: commonLogTime(now),
    messageDirection: 'IN',
    stage: facts.api.stageName,
    connectedAt: facts.connectedAt,
    requestTimeEpoch: now,
    identity: { sourceIp: facts.sourceIp, ...(facts.userAgent !== undefined && { userAgent: facts.userAgent }) },
    requestId,
    domainName: facts.host,
    connectionId: facts.id,
    apiId: facts.api.id,
  };
}

function forwarded({ host, sourceIp }: ConnectionFacts): [string, string][] {
  return [
    ['X-Forwarded-For', sourceIp],
    ['X-Forwarded-Port', portOf(host)],
    ['X-Forwarded-Proto', 'http'],
  ];
}

/** Node's raw headers: names and values by turns. */
function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, i): [string, string][] => (i % 2 === 0 ? [[name, raw[i + 1] ?? '']] : []));
}

function gather(entries: readonly (readonly [string, string])[]): Record<string, string[]> {
  const gathered = new Map<string, string[]>();
  for (const [name, value] of entries) gathered.set(name, [...(gathered.get(name) ?? []), value]);
  return Object.fromEntries(gathered);
}
