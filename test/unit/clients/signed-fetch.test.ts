import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { localSigner, signedFetch } from '../../../clients/signed-fetch.ts';

const received: { request: IncomingMessage; body: string }[] = [];
const server = createServer((request, response) => {
  void text(request).then((body) => {
    received.push({ request, body });
    response.end('{}');
  });
});

afterEach(async () => {
  received.length = 0;
  server.close();
  await once(server, 'close');
});

it('signs as the caller that it is given, and sends the body as JSON', async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/gate/decisions?a=1`;
  await signedFetch(localSigner('order-service'), url, { body: { checks: [] }, headers: { connection: 'close' } });
  const [{ request, body } = { request: undefined, body: '' }] = received;
  expect(request).toMatchObject({ method: 'POST', url: '/v1/gate/decisions?a=1' });
  expect(request?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=order-service\/\d{8}\/us-east-1\/execute-api\/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=[0-9a-f]{64}$/,
  );
  expect(body).toBe('{"checks":[]}');
});
