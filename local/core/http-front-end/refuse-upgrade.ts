import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers a handshake with a status, and nothing in the body, which browsers would not show to a page anyway. */
export function refuseUpgrade(socket: Duplex, status: number, requestId?: string): void {
  const identified = requestId === undefined ? '' : `x-amzn-requestid: ${requestId}\r\n`;
  // Nobody reads from it, so that it would not notice when its client closes.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-length: 0\r\n${identified}\r\n`,
  );
}
