import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { refuseUpgrade } from '../live/handshake.ts';
import type { LiveGateway } from '../live/live-gateway.ts';
import type { Log } from '../ports.ts';
import { type FrontRequest, type FrontResponse, jsonResponse, readRequest } from './front-request.ts';
import { serveWithoutUpgrade } from './without-upgrade.ts';

type Handler = (request: FrontRequest) => Promise<FrontResponse>;

export interface FrontOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly gateway: Handler;
  readonly localRoutes: Handler;
  /** To be closed before the front, which waits for its connections. */
  readonly live: Pick<LiveGateway, 'upgrade'>;
  readonly log: Log;
}
export interface Front {
  readonly port: number;
  close(): Promise<void>;
}

/** API Gateway's quota for request line and headers together, in bytes; Node answers 431 beyond it. */
const largestHeaders = 10_240;
/** Names of this machine, with or without a port. Any other in `Host` is a page that rebound its DNS name to us. */
const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Serves both HTTP APIs, the WebSocket APIs and the `_local` routes on 127.0.0.1. */
export async function startFront({ port, gateway, localRoutes, live, log }: FrontOptions): Promise<Front> {
  async function answer(incoming: IncomingMessage): Promise<FrontResponse> {
    if (!loopbackHost.test(incoming.headers.host ?? '')) {
      return jsonResponse(403, { message: 'Only requests to 127.0.0.1 or localhost are served.' });
    }
    const request = await readRequest(incoming);
    if (!request) return jsonResponse(413, { message: 'Request Entity Too Large' });
    if (!request.path.startsWith('/_local/')) return gateway(request);
    // A page of another origin must not move the clock or sign itself a token with a form.
    const origin = request.headers['origin'];
    if (origin !== undefined && !loopbackHost.test(origin.replace(/^https?:\/\//, ''))) {
      return jsonResponse(403, { message: 'Pages of other origins have no access to _local.' });
    }
    return localRoutes(request);
  }

  const server = createServer({ maxHeaderSize: largestHeaders }, (incoming, outgoing) => {
    void answer(incoming)
      .catch((error: unknown) => {
        // A client that left in the middle of its request is not an error of ours.
        if (!incoming.destroyed || incoming.complete) log(`${incoming.method} ${pathOf(incoming)}: ${String(error)}`);
        return jsonResponse(500, { message: 'Internal Server Error' });
      })
      .then((response) => send(outgoing, response));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') serveWithoutUpgrade(server, request, socket, head);
    else if (!loopbackHost.test(request.headers.host ?? '')) refuseUpgrade(socket, 403);
    else live.upgrade(request, socket, head);
  });
  // Clients keep connections for longer than Node's default of 5 s, and would meet resets.
  server.keepAliveTimeout = 120_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Without the query, which can hold a username. */
function pathOf(incoming: IncomingMessage): string {
  return (incoming.url ?? '').split('?')[0] ?? '';
}

function send(outgoing: ServerResponse, { status, headers, body }: FrontResponse): void {
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  if (status !== 204 && status !== 304) outgoing.setHeader('content-length', Buffer.byteLength(body));
  outgoing.writeHead(status);
  outgoing.end(outgoing.req.method === 'HEAD' ? undefined : body);
}
