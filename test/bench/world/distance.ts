import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface Distance {
  readonly url: string;
  close(): Promise<void>;
}

/** Puts a service so many milliseconds away: what goes to it waits so long, what comes back does not. */
export async function putAway(url: string, milliseconds: number): Promise<Distance> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: hostname, port: Number(port), noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    }
    near.on('data', (chunk) => setTimeout(() => far.writable && far.write(chunk), milliseconds));
    far.pipe(near);
    near.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
