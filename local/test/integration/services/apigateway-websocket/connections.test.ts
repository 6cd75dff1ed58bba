import {
  DeleteConnectionCommand,
  GetConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newestConnection, openWebSocket } from '../../../builders/open-web-socket.ts';
import type { OpenWebSocket } from '../../../builders/open-web-socket.ts';
import type { RawClient } from '../../../builders/raw-client.ts';

let live: OpenWebSocket;
beforeAll(async () => {
  live = await openWebSocket();
});
afterAll(() => live.close());

let clients = 0;
async function connected(): Promise<{ readonly client: RawClient; readonly ConnectionId: string }> {
  const userAgent = `client ${(clients += 1)}`;
  const client = await live.connect('', { headers: { 'User-Agent': userAgent } });
  return { client, ConnectionId: newestConnection(await live.seen(), userAgent) };
}
const post = (ConnectionId: string, Data: string, path?: string) =>
  live.manager('ops', path).send(new PostToConnectionCommand({ ConnectionId, Data: Buffer.from(Data) }));

describe('@connections', () => {
  it.each(['', '/live'])('posts a message, with the stage in the path or without (%s)', async (path) => {
    const { client, ConnectionId } = await connected();
    await post(ConnectionId, '{"type":"a"}', path);
    await post(ConnectionId, 'é'.repeat(64 * 1024), path);
    expect(await client.next()).toBe('{"type":"a"}');
    expect(await client.next()).toBe('é'.repeat(64 * 1024));
    client.socket.close();
  });

  it('tells since when and from where a client is there', async () => {
    const { client, ConnectionId } = await connected();
    const info = await live.manager('ops').send(new GetConnectionCommand({ ConnectionId }));
    expect(info).toMatchObject({ Identity: { SourceIp: '127.0.0.1', UserAgent: `client ${clients}` } });
    expect(Math.abs((info.ConnectedAt?.getTime() ?? 0) - live.clock.now())).toBeLessThan(5_000);
    client.socket.close();
  });

  it('ends a connection, of which $disconnect then hears', async () => {
    const { client, ConnectionId } = await connected();
    await live.manager('ops').send(new DeleteConnectionCommand({ ConnectionId }));
    expect(await client.closed).toEqual({ code: 1000, reason: 'Connection Closed Normally' });
    await expect(live.manager('ops').send(new DeleteConnectionCommand({ ConnectionId }))).rejects.toMatchObject({
      name: 'GoneException',
    });
    await vi.waitFor(async () => {
      const ended = (await live.seen()).filter(({ requestContext }) => requestContext['eventType'] === 'DISCONNECT');
      expect(ended.map(({ requestContext }) => requestContext['connectionId'])).toContain(ConnectionId);
    });
  });

  it('answers 410 for whom nobody knows, and for who left', async () => {
    await expect(post('GXLKAfX1FiACG1w=', 'x')).rejects.toMatchObject({
      name: 'GoneException',
      $metadata: { httpStatusCode: 410 },
    });
    const { client, ConnectionId } = await connected();
    client.socket.terminate();
    await vi.waitFor(() => expect(post(ConnectionId, 'x')).rejects.toMatchObject({ name: 'GoneException' }));
  });

  it('answers 413 over 128 KB, and 403 for another stage', async () => {
    const { client, ConnectionId } = await connected();
    await expect(post(ConnectionId, 'x'.repeat(128 * 1024 + 1))).rejects.toMatchObject({
      name: 'PayloadTooLargeException',
      $metadata: { httpStatusCode: 413 },
    });
    await expect(post(ConnectionId, 'x', '/other')).rejects.toMatchObject({ name: 'ForbiddenException' });
    client.socket.close();
  });

  it('answers 429 for a client that does not read', async () => {
    const { client, ConnectionId } = await connected();
    client.socket.pause();
    const flood = async () => {
      for (let i = 0; i < 400; i += 1) await post(ConnectionId, 'x'.repeat(120 * 1024));
    };
    await expect(flood()).rejects.toMatchObject({ name: 'LimitExceededException' });
    client.socket.terminate();
  });

  it('needs the right to manage this stage’s connections', async () => {
    const { client, ConnectionId } = await connected();
    const command = new PostToConnectionCommand({ ConnectionId, Data: Buffer.from('x') });
    await expect(live.manager('support').send(command)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`/live/POST/@connections/${ConnectionId}`) as string,
    });
    client.socket.close();
  });

  it('is recorded, and takes faults', async () => {
    const { client, ConnectionId } = await connected();
    const fault = { kind: 'error', code: 'LimitExceededException', status: 429 } as const;
    await live.addFault({ service: 'execute-api', operation: 'PostToConnection', fault, times: 1 });
    await expect(post(ConnectionId, 'x')).rejects.toMatchObject({ name: 'LimitExceededException' });
    await post(ConnectionId, 'y');
    expect(await client.next()).toBe('y');
    const calls = (await live.calls()).filter(({ operation }) => operation === 'PostToConnection');
    expect(calls.at(-2)).toMatchObject({ caller: 'ops', status: 429 });
    expect(calls.at(-1)).toMatchObject({
      service: 'execute-api',
      status: 200,
      statement: expect.any(String) as string,
    });
    client.socket.close();
  });
});

describe('time', () => {
  it('ends who says nothing and hears nothing for ten minutes, and no one else', async () => {
    const [idle, heard, spoken] = [await connected(), await connected(), await connected()];
    live.clock.advance(9 * 60);
    await post(heard.ConnectionId, 'x');
    spoken.client.send('x');
    await spoken.client.next();
    live.clock.advance(2 * 60);
    expect(await idle.client.closed).toEqual({ code: 1001, reason: 'Going away' });
    await post(heard.ConnectionId, 'y');
    await post(spoken.ConnectionId, 'y');
    for (const { client } of [heard, spoken]) client.socket.close();
  });

  it('ends every connection after two hours', async () => {
    const { client, ConnectionId } = await connected();
    for (let minutes = 9; minutes < 120; minutes += 9) {
      live.clock.advance(9 * 60);
      await post(ConnectionId, 'still there');
    }
    live.clock.advance(4 * 60);
    expect((await client.closed).code).toBe(1001);
    await expect(post(ConnectionId, 'x')).rejects.toMatchObject({ name: 'GoneException' });
  });
});

describe('the end of the runtime', () => {
  it('ends all connections, and leaves nothing on the port', async () => {
    const other = await openWebSocket();
    const client = await other.connect();
    const connecting = other.connect('?answer=slow').catch((error: Error) => error.message);
    await vi.waitFor(async () => expect((await other.seen()).length).toBeGreaterThan(2));
    await other.close();
    expect(await client.closed).toEqual({ code: 1001, reason: 'Going away' });
    await connecting;
    await expect(fetch(other.httpUrl)).rejects.toThrow('fetch failed');
  });
});
