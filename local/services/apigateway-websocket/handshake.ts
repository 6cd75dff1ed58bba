import type { IncomingMessage } from 'node:http';
import type { WebSocketApiModel } from './model.ts';

/** Whether a request to upgrade is a whole WebSocket handshake: RFC 6455, section 4.2.1. */
export function isHandshake({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    /^[+/0-9A-Za-z]{22}==$/.test(headers['sec-websocket-key'] ?? '') &&
    headers['sec-websocket-version'] === '13'
  );
}

/** The API at this request's path: its stage, as in `wss://<api>.execute-api.<region>.amazonaws.com/<stage>`. */
export function findApi(apis: readonly WebSocketApiModel[], url: string | undefined): WebSocketApiModel | undefined {
  const stage = /^\/([^/?]*)\/?(?:\?|$)/.exec(url ?? '')?.[1];
  return apis.find(({ stageName }) => stageName === stage);
}
