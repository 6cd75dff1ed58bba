import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocketApiModel } from '../assembly/deployment.ts';

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

/** Answers a handshake with a status, and nothing in the body, which browsers would not show to a page anyway. */
export function refuseUpgrade(socket: Duplex, status: number, requestId?: string): void {
  const identified = requestId === undefined ? '' : `x-amzn-requestid: ${requestId}\r\n`;
  // Nobody reads from it, so that it would not notice when its client closes.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-length: 0\r\n${identified}\r\n`,
  );
}
