import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Headers of an offer to change the protocol, which a server may ignore: RFC 9110, section 7.8. */
const offer = new Set(['upgrade', 'connection', 'http2-settings']);

/**
 * Serves a request that offers another protocol than WebSocket (Java's client and `curl --http2` offer h2c) as if it had
 * not: a server that listens for upgrades gets them all, and must write the request anew to read on with its body.
 */
export function serveWithoutUpgrade(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const lines = [`${request.method} ${request.url} HTTP/${request.httpVersion}`];
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(i, i + 2);
    if (!offer.has(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}
