import { Agent, request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface Connections {
  /** @throws what Node.js says where no whole answer comes, or the signal's reason. */
  post(url: URL, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<Answer>;
  /** Closes those that wait. */
  close(): void;
}

/**
 * Connections that stay open between calls: without them each order waits for a TCP and a TLS handshake, which take longer than
 * the gate. One that the other side has closed meanwhile fails at once, and the call is made again on another.
 */
export function keepConnections(): Connections {
  const options = { keepAlive: true, timeout: 60_000, noDelay: true } as const;
  const agent = new Agent(options);
  const secureAgent = new SecureAgent(options);
  return {
    async post(url, headers, body, signal) {
      const isSecure = url.protocol === 'https:';
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const send = isSecure ? requestHttps : requestHttp;
        const sent = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
        send(url, { method: 'POST', headers: sent, agent: isSecure ? secureAgent : agent, signal })
          .on('response', resolve)
          .on('error', reject)
          .end(body);
      });
      return { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) };
    },
    close() {
      agent.destroy();
      secureAgent.destroy();
    },
  };
}
