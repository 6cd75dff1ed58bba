import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngineProxy } from '../../../../services/dynamodb/engine-proxy.ts';
import type { EngineProxy } from '../../../../services/dynamodb/engine-proxy.ts';

describe('createEngineProxy', () => {
  let server: Server;
  let proxy: EngineProxy;
  let connections = 0;
  let answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;
  beforeEach(async () => {
    connections = 0;
    answer = (_, response, body) => response.end(body);
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => answer(request, response, Buffer.concat(chunks)));
    }).listen(0, '127.0.0.1');
    server.on('connection', () => (connections += 1));
    await new Promise((resolve) => server.once('listening', resolve));
    proxy = createEngineProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterEach(() => {
    proxy.close();
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['a text', '{"a":"ü"}'],
    ['bytes', Buffer.from('{"a":"ü"}')],
  ])('passes %s on as it stands, in the form that engines want', async (_, body) => {
    let seen: IncomingMessage | undefined;
    answer = (request, response, received) => {
      seen = request;
      response.end(received);
    };
    const reply = await proxy.send('DynamoDB_20120810.GetItem', body);
    expect(reply.body.toString()).toBe('{"a":"ü"}');
    expect([seen?.method, seen?.url]).toEqual(['POST', '/']);
    expect(seen?.headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.0',
      'content-length': '10',
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      'x-amz-date': expect.stringMatching(/^\d{8}T\d{6}Z$/) as string,
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/us-east-1\/dynamodb\/aws4_request, SignedHeaders=[\w;-]+, Signature=0{64}$/,
      ) as string,
    });
  });

  it('hands back what the engine answered, an error no less', async () => {
    answer = (_, response) =>
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' }).end('{"__type":"x"}');
    const reply = await proxy.send('t', '{}');
    expect({ ...reply, body: reply.body.toString() }).toEqual({
      status: 400,
      contentType: 'application/x-amz-json-1.1',
      body: '{"__type":"x"}',
    });
  });

  it('takes an answer without a type for what engines speak', async () => {
    expect((await proxy.send('t', '{}')).contentType).toBe('application/x-amz-json-1.0');
  });

  it('keeps its connection from call to call, and works with several at once', async () => {
    for (const body of ['1', '2', '3']) expect((await proxy.send('t', body)).body.toString()).toBe(body);
    expect(connections).toBe(1);
    const bodies = Array.from({ length: 10 }, (_, n) => String(n));
    const replies = await Promise.all(bodies.map((body) => proxy.send('t', body)));
    expect(replies.map(({ body }) => body.toString())).toEqual(bodies);
  });

  it.each<[string, typeof answer]>([
    ['before it answers', (request) => request.socket.destroy()],
    [
      'in the middle of its answer',
      (request, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('half', () => request.socket.destroy());
      },
    ],
  ])('fails when the engine goes away %s, and works again with the next', async (_, leave) => {
    answer = leave;
    await expect(proxy.send('t', '{}')).rejects.toThrow(/socket hang up|aborted/);
    answer = (_request, response) => response.end('back');
    expect((await proxy.send('t', '{}')).body.toString()).toBe('back');
  });

  it('fails where no engine is', async () => {
    server.close();
    await expect(proxy.send('t', '{}')).rejects.toThrow('ECONNREFUSED');
  });
});
