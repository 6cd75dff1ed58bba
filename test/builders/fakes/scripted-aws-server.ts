import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type ScriptedAnswer =
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Never answered; the connection broken before or within the answer. */
  | 'hang'
  | 'reset'
  | 'break';

export interface ScriptedAwsServer {
  readonly url: URL;
  readonly received: ReceivedCall[];
  answer: (call: ReceivedCall, count: number) => ScriptedAnswer;
  /** Connections that were ever opened. */
  connections(): number;
  close(): Promise<void>;
}

/** An AWS service on the loopback that answers by a script: what a client really sends, and how it takes what comes back. */
export async function startScriptedAwsServer(): Promise<ScriptedAwsServer> {
  let opened = 0;
  const listen: RequestListener = (incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    incoming.on('end', () => {
      scripted.received.push({ path: incoming.url ?? '', headers: incoming.headers, body });
      const answer = scripted.answer(
        { path: incoming.url ?? '', headers: incoming.headers, body },
        scripted.received.length,
      );
      if (answer === 'hang') return;
      if (answer === 'reset') return void outgoing.destroy();
      if (answer === 'break') {
        outgoing.writeHead(200, { 'content-length': '100' });
        outgoing.write('{"It', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0', ...answer.headers });
      outgoing.end(answer.body ?? '{}');
    });
  };
  const server = createServer(listen).on('connection', () => {
    opened += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const scripted: ScriptedAwsServer = {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    received: [],
    answer: () => ({ status: 200 }),
    connections: () => opened,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return scripted;
}
