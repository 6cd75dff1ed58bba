import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { refuseUpgrade } from './refuse-upgrade.ts';
import type { Log } from '../log.ts';
import { isLoopbackHost } from '../loopback-host.ts';
import type { HttpResponse, RequestHandler, UpgradeHandler } from './http-request.ts';
import { jsonResponse, readRequest } from './http-request.ts';
import { serveWithoutUpgrade } from './without-upgrade.ts';

export interface HttpFrontEndOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Answers all but `_local`. */
  readonly handle: RequestHandler;
  readonly localRoutes: RequestHandler;
  /** Its connections are to be closed before the HTTP front end, which waits for them. */
  readonly upgrade: UpgradeHandler;
  readonly log: Log;
}
export interface HttpFrontEnd {
  readonly port: number;
  close(): Promise<void>;
}

/** API Gateway's quota for request line and headers together, in bytes; Node answers 431 beyond it. */
const largestHeaders = 10_240;

/** Serves both HTTP APIs, the WebSocket APIs and the `_local` routes on 127.0.0.1. */
export async function startHttpFrontEnd(options: HttpFrontEndOptions): Promise<HttpFrontEnd> {
  const { port, handle, localRoutes, upgrade, log } = options;
  async function answer(incoming: IncomingMessage): Promise<HttpResponse> {
    if (!isLoopbackHost(incoming.headers.host)) {
      return jsonResponse(403, { message: 'Only requests to 127.0.0.1 or localhost are served.' });
    }
    const request = await readRequest(incoming);
    if (!request) return jsonResponse(413, { message: 'Request Entity Too Large' });
    if (!request.path.startsWith('/_local/')) return handle(request);
    // A page of another origin must not move the clock or sign itself a token with a form.
    const origin = request.headers['origin'];
    if (origin !== undefined && !isLoopbackHost(origin.replace(/^https?:\/\//, ''))) {
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
    else if (!isLoopbackHost(request.headers.host)) refuseUpgrade(socket, 403);
    else upgrade(request, socket, head);
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

function send(outgoing: ServerResponse, { status, headers, body }: HttpResponse): void {
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  if (status !== 204 && status !== 304) outgoing.setHeader('content-length', Buffer.byteLength(body));
  outgoing.writeHead(status);
  outgoing.end(outgoing.req.method === 'HEAD' ? undefined : body);
}
