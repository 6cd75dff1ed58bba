import { describe, expect, it } from 'vitest';
import { createServiceApi, isHopeless } from '../../../ops/service-api.ts';
import { useAnsweringServer } from '../../builders/fakes/answering-server.ts';

const signer = {
  accessKeyId: 'ops',
  secretAccessKey: 'secret',
  sessionToken: 'session',
  service: 'execute-api',
  region: 'eu-west-1',
};
const { serve, close } = useAnsweringServer();
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
      '403 The security token included in the request is expired. Have the credentials expired, and are they of a role that may do what ssc-<stage>-ops-<region> may?',
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
    const { url } = await serve(['never', '']);
    const api = createServiceApi({ url, signer: async () => signer, mostAttempts: 2, answerWithinMilliseconds: 50 });
    const error = await caught(api.call('GET', '/'));
    expect(error).toMatchObject({ message: 'no answer within 0.05 s' });
    expect(isHopeless(error)).toBe(false);
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
    close();
    expect(page).toMatchObject({ message: '200, but what came is no JSON: is this the service API?' });
    expect(isHopeless(page)).toBe(true);
    const broken = await serve([0, '']);
    expect(isHopeless(await caught(open(broken.url, 1).call('GET', '/')))).toBe(false);
  });
});
