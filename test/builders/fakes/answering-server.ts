import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** Status, body and headers; 0 breaks the connection, and `never` keeps it waiting. */
export type ServerAnswer = readonly [status: number | 'never', body: string, headers?: Record<string, string>];

export interface AnsweringServer {
  /** Answers one after the other, the last again and again. */
  serve(...answers: readonly ServerAnswer[]): Promise<{ readonly requests: IncomingMessage[]; readonly url: string }>;
  close(): void;
}

/** An HTTP server that a test scripts; closed after each test. */
export function useAnsweringServer(): AnsweringServer {
  let server: Server | undefined;
  const close = (): void => {
    server?.close();
    server?.closeAllConnections();
  };
  afterEach(close);
  return {
    close,
    async serve(...answers) {
      const requests: IncomingMessage[] = [];
      server = createServer((request, response) => {
        requests.push(request);
        const [status, body, headers] = answers[Math.min(requests.length, answers.length) - 1] ?? [500, ''];
        request.resume().on('end', () => {
          if (status === 'never') return;
          if (status === 0) request.socket.destroy();
          else response.writeHead(status, headers).end(body);
        });
      });
      await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
      return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    },
  };
}
