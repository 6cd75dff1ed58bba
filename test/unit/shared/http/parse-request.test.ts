import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { largestBody, parseRequest, toFieldErrors } from '../../../../shared/http/parse-request.ts';
import type { RouteContract } from '../../../../shared/contracts/http/route-contract.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';
import type { HttpRequest } from '../../../builders/items/http-event.ts';
import { refusalOf } from '../../../builders/answers/refusal.ts';

const contract = {
  operationId: 'test',
  method: 'POST',
  path: '/v1/test/{shopId}',
  summary: 'test',
  api: 'seller',
  pathParameters: z.object({ shopId: z.string().regex(/^\d+$/, 'must be digits') }),
  query: z.object({ limit: z.coerce.number('must be a number').optional() }),
  body: z.strictObject({
    name: z.string(),
    deep: z.strictObject({ list: z.array(z.strictObject({ id: z.string() })) }).optional(),
  }),
  success: 200,
  errors: [],
  writes: false,
} as const satisfies RouteContract;

const request = (overrides: HttpRequest) =>
  buildHttpEvent({ method: 'POST', pathParameters: { shopId: '1' }, body: { name: 'a' }, ...overrides });
const refusal = (overrides: HttpRequest) => refusalOf(() => parseRequest(contract, request(overrides)));
const paths = (overrides: HttpRequest) => refusal(overrides)?.details.errors?.map(({ path }) => path);

describe('parseRequest', () => {
  it('reads path, query and body by the contract', () => {
    expect(parseRequest(contract, request({ query: { limit: '5' } }))).toEqual({
      path: { shopId: '1' },
      query: { limit: 5 },
      body: { name: 'a' },
    });
  });

  it('names wrong fields of path, query and body at once, with their paths', () => {
    const wrong = refusal({
      pathParameters: { shopId: 'x' },
      query: { limit: 'many' },
      body: { name: 1, deep: { list: [{ id: 'a' }, { id: 2, more: 1 }] } },
    });
    expect(wrong?.code).toBe('validation_failed');
    expect(wrong?.details.errors?.map(({ path }) => path)).toEqual([
      'path.shopId',
      'query.limit',
      'name',
      'deep.list.1.id',
      'deep.list.1.more',
    ]);
    expect(wrong?.message).toBe('path.shopId: must be digits (and 4 more)');
  });

  it('asks for a path parameter that is missing altogether', () => {
    const { pathParameters: _, ...event } = request({});
    expect(
      refusalOf(() => parseRequest(contract, event as typeof event & { pathParameters?: never }))?.details.errors,
    ).toMatchObject([{ path: 'path.shopId' }]);
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ])('refuses the unknown field %s by its name', (field) => {
    expect(paths({ body: `{"name":"a","${field}":{"admin":true}}` })).toEqual([field]);
    expect(paths({ body: `{"name":"a","deep":{"list":[],"${field}":1}}` })).toEqual([`deep.${field}`]);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it.each([
    ['nothing', '', 'is missing; JSON expected'],
    ['half of it', '{"name":', 'is not JSON'],
    ['JSON with a comma too many', '{"name":"a",}', 'is not JSON'],
  ])('says so when the body is %s', (_, body, message) => {
    expect(refusal({ body })?.details.errors).toEqual([{ path: 'body', message }]);
  });

  it.each([['null'], ['[]'], ['"text"'], ['7'], ['true']])('refuses a body that is no object: %s', (body) => {
    expect(paths({ body })).toEqual(['body']);
  });

  it('says that a body is missing when API Gateway sends none', () => {
    expect(refusal({ body: undefined })?.details.errors).toEqual([
      { path: 'body', message: 'is missing; JSON expected' },
    ]);
  });

  it('reads a missing body as an empty one where the route says so, and only a missing one', () => {
    const optional = { ...contract, body: z.strictObject({ name: z.string().optional() }), bodyMayBeMissing: true };
    const read = (body: unknown) => parseRequest(optional, request({ body })).body;
    for (const none of [undefined, '', '{}']) expect(read(none)).toEqual({});
    for (const wrong of [' ', 'null', '[]', '{"more":1}'])
      expect(refusalOf(() => read(wrong))?.code, wrong).toBe('validation_failed');
  });

  it('survives a body nested a thousand levels deep', () => {
    expect(paths({ body: `{"name":"a","deep":${'['.repeat(1000)}${']'.repeat(1000)}}` })).toEqual(['deep']);
  });

  it('takes 64 KiB and not a byte more, in bytes of UTF-8', () => {
    const filled = (length: number, letter = 'x') => `{"name":"${letter.repeat(length)}"}`;
    const room = largestBody - Buffer.byteLength(filled(0));
    expect(refusal({ body: filled(room) })).toBeUndefined();
    expect(refusal({ body: filled(room + 1) })?.code).toBe('payload_too_large');
    expect(refusal({ body: filled(Math.ceil((room + 1) / 2), 'é') })?.code).toBe('payload_too_large');
  });

  it('reads bodies that API Gateway hands on in base64, and measures them decoded', () => {
    const base64 = (text: string) => ({ body: Buffer.from(text).toString('base64'), isBase64Encoded: true });
    expect(parseRequest(contract, request(base64('{"name":"ñ"}'))).body).toEqual({ name: 'ñ' });
    expect(refusal(base64(`{"name":"${'x'.repeat(60_000)}"}`))).toBeUndefined();
    expect(refusal(base64(`{"name":"${'x'.repeat(66_000)}"}`))?.code).toBe('payload_too_large');
    expect(refusal({ body: '!!!', isBase64Encoded: true })?.code).toBe('validation_failed');
  });

  it('does not read a body that the route does not take', () => {
    const { body: _, ...bodiless } = contract;
    expect(parseRequest(bodiless, request({ body: 'not JSON' })).body).toBeUndefined();
  });
});

describe('toFieldErrors', () => {
  it('calls the whole body by its name', () => {
    const { error } = z.string().safeParse(7);
    expect(error && toFieldErrors(error)).toMatchObject([{ path: 'body' }]);
    expect(error && toFieldErrors(error, 'detail')).toMatchObject([{ path: 'detail' }]);
  });
});
