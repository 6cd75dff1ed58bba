import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What befalls a request on its way. */
export type Fate =
  | 'pass'
  /** Nobody ever answers. */
  | 'hang'
  /** The connection breaks before an answer, or in the middle of it. */
  | 'break'
  | 'half'
  | { readonly slowBy: number }
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

export interface UnreliableWay {
  readonly url: string;
  /** Of the requests to come, one after the other; the last again and again. */
  befall(...fates: readonly Fate[]): void;
  /** Since `befall`. */
  readonly requests: number;
  /** Connections that were opened, ever. */
  readonly connections: number;
  close(): Promise<void>;
}

/** Stands between a caller and a server, and passes on what the caller sent as it is: signatures hold. */
export async function startUnreliableWay(target: string): Promise<UnreliableWay> {
  let fates: readonly Fate[] = ['pass'];
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const fate = fates[Math.min(requests, fates.length - 1)] ?? 'pass';
    requests += 1;
    void meet(fate, target, incoming, outgoing).catch(() => outgoing.destroy());
  }).on('connection', (socket: Socket) => sockets.add(socket));
  // However busy the machine is, no connection ends because nothing was said for a while.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    befall: (...next) => {
      fates = next;
      requests = 0;
    },
    get requests() {
      return requests;
    },
    get connections() {
      return sockets.size;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function meet(fate: Fate, target: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (fate === 'hang') return;
  if (fate === 'break') return void outgoing.destroy();
  if (fate === 'half') {
    outgoing.writeHead(200, { 'content-length': '1000' });
    return void outgoing.write('{"decisions":[', () => outgoing.destroy());
  }
  if (fate !== 'pass' && 'status' in fate)
    return void outgoing.writeHead(fate.status, { ...fate.headers }).end(fate.body ?? '{}');
  if (fate !== 'pass') await sleep(fate.slowBy);
  const { method, headers, url } = incoming;
  const onward = httpRequest(new URL(url ?? '/', target), { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 500, response.headers);
    response.pipe(outgoing);
  }).on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
