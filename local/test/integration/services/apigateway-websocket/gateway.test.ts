import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newestConnection, openWebSocket } from '../../../builders/open-web-socket.ts';
import type { OpenWebSocket } from '../../../builders/open-web-socket.ts';

let live: OpenWebSocket;
beforeAll(async () => {
  live = await openWebSocket();
});
afterAll(() => live.close());

const named = (userAgent: string) => ({ headers: { 'User-Agent': userAgent } });

describe('a handshake', () => {
  it('reaches $connect with its headers as written and its query, before anything is open', async () => {
    const client = await live.connect('?ticket=a%2Fb&twice=1&twice=2', {
      headers: { 'User-Agent': 'first', Origin: 'https://console.example' },
    });
    const event = (await live.seen()).find(
      ({ requestContext, headers }) => requestContext['eventType'] === 'CONNECT' && headers?.['User-Agent'] === 'first',
    );
    expect(event).toMatchObject({
      headers: {
        Host: `127.0.0.1:${live.port}`,
        Origin: 'https://console.example',
        'Sec-WebSocket-Version': '13',
        'X-Forwarded-For': '127.0.0.1',
      },
      multiValueHeaders: { Origin: ['https://console.example'] },
      queryStringParameters: { ticket: 'a/b', twice: '2' },
      multiValueQueryStringParameters: { twice: ['1', '2'] },
      requestContext: {
        routeKey: '$connect',
        eventType: 'CONNECT',
        stage: 'live',
        messageDirection: 'IN',
        identity: { sourceIp: '127.0.0.1', userAgent: 'first' },
        domainName: `127.0.0.1:${live.port}`,
        connectionId: expect.stringMatching(/^[\w-]{15}=$/) as string,
        connectedAt: expect.any(Number) as number,
      },
      isBase64Encoded: false,
    });
    expect(event).not.toHaveProperty('body');
    client.socket.close();
  });

  it.each([
    ['what the function answers', '?answer=401', 401],
    ['503 as well', '?answer=503', 503],
    ['502 when the function fails', '?answer=failure', 502],
    ['502 when it returns nothing', '?answer=nothing', 502],
    ['500 for a redirection', '?answer=302', 500],
  ])('is refused with %s', async (_, query, status) => {
    await expect(live.connect(query)).rejects.toThrow(`refused: ${status}`);
  });

  it('is refused for another path, another host, and what is no whole handshake', async () => {
    await expect(live.connect('/more')).rejects.toThrow('refused: 403');
    await expect(live.connect('', { headers: { Host: 'rebound.example' } })).rejects.toThrow('refused: 403');
    const answer = await exchange(
      'GET /live HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    const before = (await live.seen()).length;
    // One more connection for each time of asking, and the message on it.
    expect((await live.seen()).length).toBeLessThanOrEqual(before + 3);
  });

  it('whose client leaves before the answer ends in a $disconnect', async () => {
    await expect(live.connect('?answer=slow', { ...named('left early'), handshakeTimeout: 50 })).rejects.toThrow();
    await vi.waitFor(async () => {
      const events = await live.seen();
      const connectionId = newestConnection(events, 'left early');
      const own = events.filter(({ requestContext }) => requestContext['connectionId'] === connectionId);
      expect(own.map(({ requestContext }) => requestContext['eventType'])).toEqual(['CONNECT', 'DISCONNECT']);
    });
  });

  it('leaves no ticket in the log', () => {
    expect(live.log.join('\n')).not.toMatch(/answer=|ticket=/);
  });
});

describe('a message', () => {
  it('reaches the route that it names, else $default, and is answered where there is a response', async () => {
    const client = await live.connect('', named('talks'));
    client.send({ action: 'silent' });
    client.send({ action: 'else' });
    expect(await client.next()).toBe('default: {"action":"else"}');
    client.send('no JSON');
    expect(await client.next()).toBe('default: no JSON');
    const events = await live.seen();
    const connectionId = newestConnection(events, 'talks');
    const messages = events.filter(
      ({ requestContext }) =>
        requestContext['connectionId'] === connectionId && requestContext['eventType'] === 'MESSAGE',
    );
    expect(messages.map(({ requestContext, body }) => [requestContext['routeKey'], body])).toEqual([
      ['silent', '{"action":"silent"}'],
      ['$default', '{"action":"else"}'],
      ['$default', 'no JSON'],
    ]);
    expect(messages[0]).not.toHaveProperty('headers');
    expect(messages[0]?.requestContext).toHaveProperty('messageId');
    client.socket.close();
  });

  it.each([
    'fail',
    'forbidden',
  ])('to a function that cannot be had gets API Gateway’s own words (%s)', async (action) => {
    const client = await live.connect();
    client.send({ action });
    expect(JSON.parse(await client.next())).toEqual({
      message: 'Internal server error',
      connectionId: expect.any(String) as string,
      requestId: expect.any(String) as string,
    });
    client.socket.close();
  });

  it('may have 128 KB in frames of 32 KB, and no more', async () => {
    const client = await live.connect();
    const quarter = Buffer.alloc(32 * 1024, 'x');
    for (const fin of [false, false, false, true]) client.socket.send(quarter, { binary: false, fin });
    expect((await client.next()).length).toBe('default: '.length + 128 * 1024);
    for (const fin of [false, false, false, false]) client.socket.send(quarter, { binary: false, fin });
    client.socket.send('x', { fin: true });
    expect((await client.closed).code).toBe(1009);
  });

  it('in a larger frame, or in binary, ends the connection before any function sees it', async () => {
    const client = await live.connect('', named('too large'));
    client.socket.send('x'.repeat(32 * 1024 + 1));
    expect((await client.closed).code).toBe(1009);
    const binary = await live.connect();
    binary.socket.send(Buffer.from('x'), { binary: true });
    expect((await binary.closed).code).toBe(1003);
    const events = await live.seen();
    const connectionId = newestConnection(events, 'too large');
    const kinds = events
      .filter(({ requestContext }) => requestContext['connectionId'] === connectionId)
      .map(({ requestContext }) => requestContext['eventType']);
    expect(kinds).not.toContain('MESSAGE');
  });

  it('is not needed for a pong', async () => {
    const client = await live.connect();
    client.socket.ping('still there?');
    const [data] = (await once(client.socket, 'pong')) as [Buffer];
    expect(data.toString()).toBe('still there?');
    client.socket.close();
  });
});

describe('the end of a connection', () => {
  it.each([
    [
      'said with a code',
      (socket: { close(code?: number, reason?: string): void }) => socket.close(4000, 'enough'),
      4000,
      'enough',
    ],
    ['said without one', (socket: { close(): void }) => socket.close(), 1005, 'Client-side close frame status not set'],
    ['not said', (socket: { terminate(): void }) => socket.terminate(), 1006, ''],
  ])('%s is told to $disconnect', async (how, end, disconnectStatusCode, disconnectReason) => {
    const client = await live.connect('', named(how));
    end(client.socket);
    await vi.waitFor(async () => {
      const events = await live.seen();
      const connectionId = newestConnection(events, how);
      const ended = events.find(
        ({ requestContext }) =>
          requestContext['connectionId'] === connectionId && requestContext['eventType'] === 'DISCONNECT',
      );
      expect(ended?.requestContext).toMatchObject({
        routeKey: '$disconnect',
        disconnectStatusCode,
        disconnectReason,
      });
    });
  });
});

describe('an offer of another protocol', () => {
  it('is passed over, and the request served with its body', async () => {
    const body = JSON.stringify({ subject: 'ada', shops: ['1:owner'] });
    const answer = await exchange(
      `POST /_local/token HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: Upgrade, HTTP2-Settings, close\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk\r\ncontent-length: ${body.length}\r\n\r\n`,
      body,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('"token"');
  });
});

/** Sends bytes as they are, the rest after a moment, and reads until the server closes or has answered. */
async function exchange(head: string, rest = ''): Promise<string> {
  const socket = connect(live.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
    if (/\r\n\r\n(\{.*\})?$/s.test(answer)) socket.end();
  });
  socket.write(head);
  if (rest !== '') setTimeout(() => socket.write(rest), 20);
  await once(socket, 'close');
  return answer;
}
