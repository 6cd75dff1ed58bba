import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { httpStack } from '../../../../shared/http/http-stack.ts';
import type { BoundRoute } from '../../../../shared/http/http-stack.ts';
import type { RouteContract } from '../../../../shared/contracts/http/route-contract.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';

const contract: RouteContract = {
  operationId: 'test',
  method: 'GET',
  path: '/v1/things/{thingId}',
  summary: 'test',
  api: 'seller',
  pathParameters: z.object({}),
  query: z.object({}),
  success: 200,
  reply: z.object({ name: z.string(), secret: z.undefined().optional() }),
  errors: [],
  writes: false,
};

async function call(handle: BoundRoute['handle'], method = 'GET', path = '/v1/things/1') {
  const reply = await httpStack([{ contract, handle }])(buildHttpEvent({ method, path }), buildContext());
  return {
    status: reply.statusCode,
    headers: reply.headers,
    body: reply.body === undefined ? undefined : (JSON.parse(reply.body) as Record<string, unknown>),
  };
}

function captureOutput(): () => string {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  return () => [...out.mock.calls, ...err.mock.calls].flat().join('');
}

afterEach(() => vi.restoreAllMocks());

describe('httpStack', () => {
  it('answers with what the contract shows, and leaves out the rest', async () => {
    const reply = await call(async () => ({
      status: 200,
      body: { name: 'a', pk: 'SHOP#1' },
      headers: { location: '/x' },
    }));
    expect(reply).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store', location: '/x' },
      body: { name: 'a' },
    });
  });

  it('tags the one object that an answer shows, and sends nothing to who has it already', async () => {
    const showing = { ...contract, showsOne: 'always' } as const;
    const ask = async (body: object, ifNoneMatch?: string, one: RouteContract = showing) => {
      const handle = async () => ({ status: 200, body, shows: { id: '1', revision: 4 } });
      const headers = ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch };
      const event = buildHttpEvent({ method: one.method, path: '/v1/things/1', headers });
      return httpStack([{ contract: one, handle }])(event, buildContext());
    };
    const first = await ask({ name: 'a' });
    const etag = String(first.headers?.['etag']);
    expect(etag).toMatch(/^"1\.4\./);
    expect(await ask({ name: 'a' }, `"x", W/${etag}`)).toEqual({
      statusCode: 304,
      headers: { etag, 'cache-control': 'no-store' },
    });
    expect(await ask({ name: 'a', pk: 'not shown' }, etag)).toMatchObject({ statusCode: 304 });
    expect(await ask({ name: 'b' }, etag)).toMatchObject({ statusCode: 200, body: '{"name":"b"}' });
    expect(await ask({ name: 'a' }, etag, { ...showing, method: 'POST' })).toMatchObject({ statusCode: 200 });
    expect((await ask({ name: 'a' }, '*', contract)).headers).not.toHaveProperty('etag');
  });

  it('answers without a body where there is none', async () => {
    expect(await call(async () => ({ status: 204 }))).toEqual({ status: 204, headers: {}, body: undefined });
  });

  it('tells refusals as problem details', async () => {
    const reply = await call(() => Promise.reject(new AppError('buyer_not_found', 'none')));
    expect(reply.status).toBe(404);
    expect(reply.headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
    expect(reply.body).toMatchObject({ code: 'buyer_not_found', detail: 'none', requestId: 'request-1' });
  });

  it.each(['too_many_requests', 'unavailable'] as const)('says when to try again after %s', async (code) => {
    captureOutput();
    expect((await call(() => Promise.reject(new AppError(code, 'later')))).headers).toMatchObject({
      'retry-after': '1',
    });
  });

  it('says in how many seconds to try again where that is known, and only in the header', async () => {
    const limited = new AppError('too_many_requests', 'later', { retryAfterSeconds: 77 });
    const reply = await call(() => Promise.reject(limited));
    expect(reply.headers).toMatchObject({ 'retry-after': '77' });
    expect(JSON.stringify(reply.body)).not.toContain('77');
  });

  it.each([
    ['GET', '/v1/others/1'],
    ['POST', '/v1/others/1'],
    ['GET', '/v1/things'],
    ['GET', '/v1/things/'],
    ['GET', '/'],
    ['__proto__', '/'],
  ])('knows no route %s %s', async (method, path) => {
    const reply = await call(async () => ({ status: 200, body: { name: 'a' } }), method, path);
    expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each([
    'POST',
    'OPTIONS',
    '__proto__',
    'constructor',
  ])('refuses %s with the methods that the path takes', async (method) => {
    const reply = await call(async () => ({ status: 200, body: { name: 'a' } }), method);
    expect(reply).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD', 'content-type': 'application/problem+json' },
      body: { code: 'method_not_allowed' },
    });
    expect(reply.body).not.toHaveProperty('allow');
  });

  it('knows of paths that other functions answer, and does not call a method wrong that they take', async () => {
    const elsewhere = { ...contract, method: 'PUT', path: '/v1/others/{id}' } as const;
    const ask = async (method: string) =>
      httpStack([], [contract, elsewhere, { ...elsewhere, method: 'DELETE' }])(
        buildHttpEvent({ method, path: '/v1/others/1' }),
        buildContext(),
      );
    expect(await ask('PATCH')).toMatchObject({ statusCode: 405, headers: { allow: 'PUT, DELETE' } });
    expect(await ask('PUT')).toMatchObject({ statusCode: 404 });
  });

  it('answers HEAD as it answers GET, without the body', async () => {
    const headOf = async (handle: BoundRoute['handle'], path?: string) => {
      const get = await call(handle, 'GET', path);
      const head = await call(handle, 'HEAD', path);
      expect(head).toEqual({ ...get, body: undefined });
      return head.status;
    };
    expect(await headOf(async () => ({ status: 200, body: { name: 'a' }, shows: { id: '1', revision: 1 } }))).toBe(200);
    expect(await headOf(() => Promise.reject(new AppError('buyer_not_found', 'none')))).toBe(404);
    expect(await headOf(async () => ({ status: 200, body: {} }), '/v1/others/1')).toBe(404);
  });

  it('compresses a large answer for those who take it, and no other', async () => {
    const large = { ...contract, isCompressed: true } as const;
    const ask = (one: RouteContract, headers: Record<string, string>, method = 'GET') =>
      httpStack([{ contract: one, handle: async () => ({ status: 200, body: { name: 'a'.repeat(9000) } }) }])(
        buildHttpEvent({ method, path: '/v1/things/1', headers }),
        buildContext(),
      );
    const plain = await ask(large, {});
    expect(plain).toMatchObject({ headers: { vary: 'accept-encoding' } });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    const packed = await ask(large, { 'accept-encoding': 'br, gzip' });
    expect(packed).toMatchObject({
      isBase64Encoded: true,
      headers: { 'content-encoding': 'gzip', vary: 'accept-encoding' },
    });
    expect(gunzipSync(Buffer.from(packed.body ?? '', 'base64')).toString()).toBe(plain.body);
    expect(packed.body?.length).toBeLessThan(500);
    const head = await ask(large, { 'accept-encoding': 'gzip' }, 'HEAD');
    expect(head).toEqual({ statusCode: 200, headers: packed.headers });
    expect((await ask(contract, { 'accept-encoding': 'gzip' })).headers).not.toHaveProperty('content-encoding');
  });

  it('says nothing of an unknown error, and logs its kind and place but not its words', async () => {
    const output = captureOutput();
    const reply = await call(() => Promise.reject(Object.assign(new Error('SECRET'), { name: 'OddError' })));
    expect(reply).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('SECRET');
    expect(output()).toContain('OddError');
    // What the caller can quote finds the line.
    const { requestId } = reply.body as { requestId: string };
    expect(output()).toContain(`"correlationId":"${requestId}"`);
    expect(output()).toContain('http-stack.test.ts');
    expect(output()).not.toContain('SECRET');
  });

  it('logs the cause of a store that does not answer, and no refusal', async () => {
    const output = captureOutput();
    await call(() => Promise.reject(new AppError('not_found', 'none')));
    expect(output()).toBe('');
    await call(() => Promise.reject(new AppError('unavailable', 'busy', {}, { cause: new RangeError('SECRET') })));
    expect(output()).toContain('RangeError');
    expect(output()).not.toContain('SECRET');
  });

  it('is an internal error when the answer breaks its contract, or what was thrown is no error', async () => {
    captureOutput();
    expect(await call(async () => ({ status: 200, body: { name: 1 } }))).toMatchObject({ status: 500 });
    expect(await call(() => Promise.reject('text' as unknown as Error))).toMatchObject({
      status: 500,
      body: { code: 'internal' },
    });
  });
});
