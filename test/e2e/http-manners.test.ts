import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantAccess } from './grant-access.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441810';

describe('the APIs as HTTP servers', () => {
  let runtime: LocalRuntime;
  let authorization: string;
  beforeAll(async () => {
    runtime = await startLocal();
    await grantAccess(runtime, shopId);
    authorization = `Bearer ${await runtime.token({ shops: [`${shopId}:owner`] })}`;
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
    fetch(`${runtime.httpUrl}${path}`, { method, headers });

  it('answer HEAD as GET, with the same credentials', async () => {
    expect((await ask('HEAD', '/v1/health')).status).toBe(200);
    const path = `/v1/shops/${shopId}/access`;
    const get = await ask('GET', path, { authorization });
    const head = await ask('HEAD', path, { authorization });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', get.headers.get('etag')]);
    expect((await ask('HEAD', path)).status).toBe(401);
    const signed = await runtime.signedFetch('ops', `/v1/admin/shops/${shopId}/access`, { method: 'HEAD' });
    expect(signed.status).toBe(200);
  });

  it('say which methods a path takes, whoever asks', async () => {
    for (const [method, path, allow] of [
      ['PUT', `/v1/shops/${shopId}/blocks`, 'GET, HEAD, POST'],
      ['DELETE', '/v1/health', 'GET, HEAD'],
      ['GET', '/v1/gate/decisions', 'POST'],
    ] as const) {
      const answer = await ask(method, path);
      expect([answer.status, answer.headers.get('allow')?.split(', ').toSorted().join(', ')], path).toEqual([
        405,
        allow,
      ]);
      expect(await answer.json()).toMatchObject({ code: 'method_not_allowed' });
    }
    expect((await ask('POST', '/v1/nothing')).status).toBe(404);
  });

  it('send the OpenAPI document compressed to those who take it', async () => {
    const plain = await ask('GET', '/v1/openapi.json', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const packed = await ask('GET', '/v1/openapi.json', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.json()).toEqual(await plain.json());
  });
});
