import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openServiceApi, readStackOutput } from '../../../infra/ops/find-service.ts';
import { createServiceApi } from '../../../infra/ops/service-api.ts';

const signer = {
  accessKeyId: 'ops',
  secretAccessKey: 'secret',
  sessionToken: 'session',
  service: 'execute-api',
  region: 'eu-west-1',
};
let server: Server | undefined;
afterEach(() => server?.close());

/** Answers one after the other, the last again and again. */
async function serve(...answers: readonly (readonly [status: number, body: string])[]) {
  const requests: IncomingMessage[] = [];
  server = createServer((request, response) => {
    requests.push(request);
    const [status, body] = answers[Math.min(requests.length, answers.length) - 1] ?? [500, ''];
    request.resume().on('end', () => response.writeHead(status).end(body));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
const open = (url: string, mostAttempts = 3) => createServiceApi({ url, signer: async () => signer, mostAttempts });

describe('the service API', () => {
  it('is asked with a signature of this region and session', async () => {
    const { url, requests } = await serve([200, '{"a":1}']);
    expect(await open(url).call('PUT', '/v1/x?b=1', { c: 2 })).toEqual({ a: 1 });
    expect(requests[0]).toMatchObject({ method: 'PUT', url: '/v1/x?b=1' });
    expect(requests[0]?.headers).toMatchObject({
      authorization: expect.stringMatching(/ops\/\d{8}\/eu-west-1\/execute-api\//),
      'x-amz-security-token': 'session',
      'content-type': 'application/json',
    });
  });

  it.each([429, 503])('is asked again after %i', async (status) => {
    const { url, requests } = await serve([status, '{}'], [200, '{"a":1}']);
    expect(await open(url).call('GET', '/')).toEqual({ a: 1 });
    expect(requests).toHaveLength(2);
  });

  it.each([
    [
      400,
      '{"code":"validation_failed","detail":"d","errors":[{"path":"p","message":"is wrong"}]}',
      '400 validation_failed p is wrong',
    ],
    [404, '{"code":"not_found","detail":"There is no such route."}', '404 not_found There is no such route.'],
    [403, '{"message":"Forbidden"}', '403 Forbidden'],
    [418, 'tea', '418'],
  ])('refuses with %i in its own words, and is not asked again', async (status, body, message) => {
    const { url, requests } = await serve([status, body]);
    await expect(open(url).call('GET', '/')).rejects.toMatchObject({ name: 'ServiceRefusal', status, message });
    expect(requests).toHaveLength(1);
  });

  it('is given up in the end', async () => {
    const { url, requests } = await serve([503, '{"code":"unavailable","detail":"Later."}']);
    await expect(open(url, 2).call('GET', '/')).rejects.toThrow('503 unavailable Later.');
    expect(requests).toHaveLength(2);
    await expect(open('http://127.0.0.1:1', 2).call('GET', '/')).rejects.toThrow();
  });

  it('is that of this machine, or of a URL, without asking anybody where', async () => {
    expect((await openServiceApi({ type: 'local', port: 3100 })).url).toBe('http://127.0.0.1:3100');
  });
});

describe('the output of a stack', () => {
  const member = (key: string, value: string) =>
    `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`;

  it('says where the service API is', async () => {
    const outputs =
      member('SellerApiUrl', 'https://seller.example') + member('ServiceApiUrl', 'https://service.example');
    const { url, requests } = await serve([200, `<Outputs>${outputs}</Outputs>`]);
    expect(await readStackOutput('prod', { endpoint: url, signer })).toBe('https://service.example');
    expect(requests[0]?.url).toBe('/?Action=DescribeStacks&StackName=ssc-prod-api&Version=2010-05-15');
  });

  it.each([
    [
      400,
      '<Error><Message>Stack with id ssc-prod-api does not exist</Message></Error>',
      'does not exist. Give the URL',
    ],
    [403, 'x', 'no reason given'],
    [200, member('SellerApiUrl', 'https://seller.example'), 'has no output ServiceApiUrl'],
  ])('is missing after %i, and what to do instead is said', async (status, body, message) => {
    const { url } = await serve([status, body]);
    await expect(readStackOutput('prod', { endpoint: url, signer })).rejects.toThrow(message);
  });
});
