import { createServer } from 'node:net';

/**
 * Makes sure that the ports can be listened on before anything else is started.
 *
 * @throws Error naming the port that is taken.
 */
export async function assertPortsFree(...ports: readonly number[]): Promise<void> {
  for (const port of ports) await assertFree(port);
}

function assertFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code ?? error.message})`;
      reject(new Error(`Port ${port} of 127.0.0.1 ${why}; --port N takes N and N + 1.`, { cause: error }));
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
