import { createHash } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What befalls a call on its way to the engine. */
export type Fate =
  | { readonly type: 'pass'; readonly afterMilliseconds?: number }
  /** The call never gets through, or hangs for ever. */
  | { readonly type: 'refuse' | 'hang' }
  /** The engine does it, and nobody hears of it: the connection breaks, or stays silent. */
  | { readonly type: 'lose_reply' | 'silence_reply' }
  | { readonly type: 'answer'; readonly status: number; readonly body: object | string }
  /** The reply begins, and breaks off. */
  | { readonly type: 'half_reply' };

export interface AwsCall {
  /** E.g. `TransactWriteItems`. */
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface EngineProxy {
  readonly url: string;
  /** Decides over each call; all pass until it is set. */
  fate: (call: AwsCall) => Fate;
  readonly calls: string[];
  close(): Promise<void>;
}

/**
 * Stands between a function and its engine. Queues it plays itself: it takes every message.
 *
 * @param engine its URL, or what tells it at each call.
 */
export async function startEngineProxy(engine: string | (() => string)): Promise<EngineProxy> {
  const calls: string[] = [];
  const server = createServer((incoming, outgoing) => {
    readAll(incoming)
      .then((text) => handle(incoming, text, outgoing))
      .catch(() => outgoing.destroy());
  });
  async function handle(incoming: IncomingMessage, text: string, outgoing: ServerResponse): Promise<void> {
    const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? '';
    const body = JSON.parse(text) as AwsCall['body'];
    calls.push(operation);
    const fate = proxy.fate({ operation, body });
    if (fate.type === 'hang') return;
    if (fate.type === 'refuse') return void outgoing.destroy();
    if (fate.type === 'answer')
      return reply(outgoing, fate.status, typeof fate.body === 'string' ? fate.body : JSON.stringify(fate.body));
    if (fate.type === 'half_reply') {
      outgoing.writeHead(200, { 'content-length': '100' });
      return void outgoing.write('{"Responses":{"', () => outgoing.destroy());
    }
    if (fate.type === 'pass' && fate.afterMilliseconds) await sleep(fate.afterMilliseconds);
    const done =
      operation === 'SendMessage'
        ? { status: 200, text: acknowledge(body) }
        : await forward(urlOf(engine), incoming, text);
    if (fate.type === 'lose_reply') return void outgoing.destroy();
    if (fate.type === 'pass') reply(outgoing, done.status, done.text);
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: EngineProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fate: () => ({ type: 'pass' }),
    calls,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}

function urlOf(engine: string | (() => string)): string {
  return typeof engine === 'string' ? engine : engine();
}

async function readAll(stream: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
  return text;
}

function forward(
  engineUrl: string,
  { headers }: IncomingMessage,
  text: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const onward = httpRequest(
      engineUrl,
      { method: 'POST', headers: { ...headers, host: new URL(engineUrl).host } },
      (response) => {
        readAll(response).then((answer) => resolve({ status: response.statusCode ?? 500, text: answer }), reject);
      },
    );
    onward.on('error', reject).end(text);
  });
}

function reply(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
}

function acknowledge(body: AwsCall['body']): string {
  return JSON.stringify({
    MessageId: 'm1',
    MD5OfMessageBody: createHash('md5').update(String(body['MessageBody'])).digest('hex'),
  });
}

/** As DynamoDB tells that another transaction holds one of the items: nothing was written. */
export function conflict(body: AwsCall['body']): Fate {
  const items = (body['TransactItems'] as readonly unknown[] | undefined) ?? [];
  const reasons = items.map((_, index) =>
    index === 0 ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' } : { Code: 'None' },
  );
  return dynamoError('TransactionCanceledException', { CancellationReasons: reasons });
}

export function dynamoError(name: string, more: object = {}, status = 400): Fate {
  return {
    type: 'answer',
    status,
    body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name, ...more },
  };
}
