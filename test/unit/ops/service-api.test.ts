import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openServiceApi, readStackOutput } from '../../../ops/find-service.ts';
import { createServiceApi, isHopeless } from '../../../ops/service-api.ts';

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
async function serve(
  ...answers: readonly (readonly [status: number, body: string, headers?: Record<string, string>])[]
) {
  const requests: IncomingMessage[] = [];
  server = createServer((request, response) => {
    requests.push(request);
    const [status, body, headers] = answers[Math.min(requests.length, answers.length) - 1] ?? [500, ''];
    request
      .resume()
      .on('end', () => (status === 0 ? request.socket.destroy() : response.writeHead(status, headers).end(body)));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
const open = (url: string, mostAttempts = 3) => createServiceApi({ url, signer: async () => signer, mostAttempts });
const caught = (asked: Promise<unknown>) => asked.catch((error: unknown) => error);

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

  it.each([429, 500, 503, 0])('is asked again after %i', async (status) => {
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
    [401, '{"message":"Unauthorized"}', '401 Unauthorized. Sign in again.'],
    [
      403,
      '{"message":"The security token included in the request is expired"}',
      '403 The security token included in the request is expired. Have the credentials expired, and are they of a role that may do what ssc-<stage>-ops may?',
    ],
    [418, 'tea', '418'],
    [418, 'null', '418'],
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

  it('is given the time that it asks for', async () => {
    const { url } = await serve([429, '{}', { 'retry-after': '1' }], [200, '{}']);
    const started = performance.now();
    await open(url).call('GET', '/');
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  });

  it('is asked once more at most when somebody is in a hurry, however long it asks to wait', async () => {
    const { url, requests } = await serve([503, '{}', { 'retry-after': '30' }]);
    const hurry = new AbortController();
    const asked = caught(open(url, 6).call('PUT', '/', {}, hurry.signal));
    while (requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    hurry.abort();
    expect(await asked).toMatchObject({ status: 503 });
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  it('is not waited for for ever', async () => {
    server = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const api = createServiceApi({ url, signer: async () => signer, mostAttempts: 2, answerWithinMilliseconds: 50 });
    const error = await caught(api.call('GET', '/'));
    expect(error).toMatchObject({ message: 'no answer within 0.05 s' });
    expect(isHopeless(error)).toBe(false);
    server.closeAllConnections();
  });

  it.each([
    [401, true],
    [403, true],
    [404, true],
    [400, false],
    [503, false],
  ])('after %i is hopeless for every row: %s', async (status, hopeless) => {
    const { url } = await serve([status, '{}']);
    expect(isHopeless(await caught(open(url, 1).call('GET', '/')))).toBe(hopeless);
  });

  it('is hopeless without credentials, and where something else answers; not for a broken connection', async () => {
    const { url, requests } = await serve([200, '<html>']);
    const expired = createServiceApi({ url, signer: () => Promise.reject(new Error('The token has expired')) });
    const unsigned = await caught(expired.call('GET', '/'));
    expect([isHopeless(unsigned), requests.length]).toEqual([true, 0]);
    const page = await caught(open(url).call('GET', '/'));
    server?.close();
    expect(page).toMatchObject({ message: '200, but what came is no JSON: is this the service API?' });
    expect(isHopeless(page)).toBe(true);
    const broken = await serve([0, '']);
    expect(isHopeless(await caught(open(broken.url, 1).call('GET', '/')))).toBe(false);
  });

  it('is that of this machine, or of a URL, without asking anybody where', async () => {
    expect((await openServiceApi({ type: 'local', port: 3100 })).url).toBe('http://127.0.0.1:3100');
    expect((await openServiceApi({ type: 'url', url: 'http://x/' }, { AWS_DEFAULT_REGION: 'eu-west-1' })).url).toBe(
      'http://x',
    );
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
