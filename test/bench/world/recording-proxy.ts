import { createHash } from 'node:crypto';
import { Agent, createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call, with the capacity that the engine says it consumed. */
export interface RecordedRequest {
  readonly operation: string;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface RecordingProxy {
  readonly url: string;
  /** What was recorded since the last call. */
  take(): readonly RecordedRequest[];
  close(): Promise<void>;
}

const isRead = /^(Get|BatchGet|TransactGet|Query|Scan)/;

/** Asks the engine for the consumed capacity of each call, whoever made it and however; takes messages itself. */
export async function startRecordingProxy(engineUrl: string): Promise<RecordingProxy> {
  const agent = new Agent({ keepAlive: true });
  let recorded: RecordedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const startedAt = performance.now();
    const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? '';
    readAll(incoming)
      .then((text) => (operation === 'SendMessage' ? acknowledge(text) : forward(agent, engineUrl, incoming, text)))
      .then(({ status, text }) => {
        const units = unitsOf(text);
        const kind = isRead.test(operation) ? { readUnits: units, writeUnits: 0 } : { readUnits: 0, writeUnits: units };
        recorded.push({ operation, ...kind, startedAt, endedAt: performance.now() });
        // As the services do: with its length, so in one piece, and without a word on how long the connection is kept.
        const headers = { 'content-type': 'application/x-amz-json-1.0', 'content-length': Buffer.byteLength(text) };
        outgoing.writeHead(status, headers).end(text);
      })
      .catch(() => outgoing.destroy());
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function readAll(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function forward(agent: Agent, engineUrl: string, { headers }: IncomingMessage, text: string): Promise<Answer> {
  const body = JSON.stringify({ ...(JSON.parse(text) as object), ReturnConsumedCapacity: 'TOTAL' });
  return new Promise((resolve, reject) => {
    const onward = httpRequest(
      engineUrl,
      {
        agent,
        method: 'POST',
        headers: { ...headers, host: new URL(engineUrl).host, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        readAll(response).then((answer) => resolve({ status: response.statusCode ?? 500, text: answer }), reject);
      },
    );
    onward.on('error', reject).end(body);
  });
}

function unitsOf(text: string): number {
  const { ConsumedCapacity: consumed } = JSON.parse(text) as {
    ConsumedCapacity?: { CapacityUnits: number } | readonly { CapacityUnits: number }[];
  };
  return [consumed ?? []].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
}

function acknowledge(text: string): Answer {
  const { MessageBody: body } = JSON.parse(text) as { MessageBody: string };
  const digest = createHash('md5').update(body).digest('hex');
  return { status: 200, text: JSON.stringify({ MessageId: 'message-1', MD5OfMessageBody: digest }) };
}
