import { Agent, request } from 'node:http';

/** Passes a body to a DynamoDB engine as it stands and answers what the engine answered. */
export interface EngineProxy {
  send(
    target: string,
    body: string | Uint8Array,
  ): Promise<{ readonly status: number; readonly contentType: string; readonly body: Buffer }>;
  close(): void;
}

/** Over kept connections: opening one for each call would cost more than the call. */
export function createEngineProxy(engineUrl: string): EngineProxy {
  const { hostname, port } = new URL(engineUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  return {
    send: (target, body) =>
      new Promise((resolve, reject) => {
        const content = typeof body === 'string' ? Buffer.from(body) : body;
        const now = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
        const headers = {
          host: `${hostname}:${port}`,
          'content-type': 'application/x-amz-json-1.0',
          'content-length': content.length,
          'x-amz-target': target,
          'x-amz-date': now,
          // Engines want the form of a signature and verify none; the AWS endpoint has verified the caller's.
          authorization: `AWS4-HMAC-SHA256 Credential=local/${now.slice(0, 8)}/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
        };
        const outgoing = request({ hostname, port, method: 'POST', path: '/', agent, headers }, (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            resolve({
              status: incoming.statusCode ?? 500,
              contentType: incoming.headers['content-type'] ?? headers['content-type'],
              body: Buffer.concat(chunks),
            });
          });
        });
        outgoing.on('error', reject);
        outgoing.end(content);
      }),
    close: () => agent.destroy(),
  };
}
