import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import type { Access } from '../../../../shared/access/rules.ts';
import type { RouteContract } from '../../../../shared/contracts/http/route-contract.ts';
import type { BoundRoute } from '../../../../shared/http/http-stack.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import { sellerRoute, sellerWriteRoute } from '../../../../shared/seller-api/seller-route.ts';
import type { SellerWriteRouteOptions } from '../../../../shared/seller-api/seller-route.ts';
import { accessKey, profileKey } from '../../../../shared/table/keys.ts';
import { nothingToRead } from '../../../../shared/table/read-plan.ts';
import type { ReadPlan } from '../../../../shared/table/read-plan.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { fakeReader } from '../../../builders/fakes/fake-reader.ts';
import type { StoredItem } from '../../../builders/fakes/fake-reader.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';
import type { HttpRequest } from '../../../builders/items/http-event.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';

const contract = {
  operationId: 'write',
  method: 'POST',
  path: '/v1/shops/{shopId}/things',
  summary: 'test',
  api: 'seller',
  pathParameters: z.object({ shopId: z.string() }),
  query: z.object({}),
  body: z.strictObject({ a: z.string(), b: z.string().optional() }),
  success: 200,
  errors: [],
  writes: true,
} as const satisfies RouteContract;
const readingContract = { ...contract, writes: false } as const;

const name: ReadPlan<string | undefined> = {
  keys: [profileKey('b'), accessKey('s')],
  decode: (items) => items.get(profileKey('b'))?.['username'] as string | undefined,
};
const access = (state: Access['state'], revision = 1) => ({
  ...accessKey('s'),
  access: buildAccess({ state, revision }),
});

function caller(route: BoundRoute) {
  return (request: HttpRequest = {}) =>
    route.handle(
      buildHttpEvent({
        pathParameters: { shopId: 's' },
        claims: { sub: 'ann', shops: 's:agent' },
        body: { a: 'x' },
        ...request,
      }),
      buildContext(),
    );
}

type WriteOptions = SellerWriteRouteOptions<typeof contract, string | undefined>;

/** A route that writes, over these items. */
function writeRoute(
  items: readonly StoredItem[],
  options: Partial<WriteOptions> = {},
  changes: Partial<RouteContract> = {},
) {
  const fake = fakeReader(...items);
  const deps = { reader: fake.reader, clock: buildClock() };
  const route = sellerWriteRoute(deps, { ...contract, ...changes } as typeof contract, {
    read: () => name,
    handle: async ({ scope, token }) => ({ status: 200, body: { shop: scope.shopId, by: token.actor.id } }),
    replay: ({ outcome, loaded, body }) => ({ status: 299, body: { ...outcome, loaded, a: body.a } }),
    ...options,
  });
  return { ...fake, call: caller(route) };
}

/** A route that reads, likewise. */
function readRoute(...items: readonly StoredItem[]) {
  const fake = fakeReader(...items);
  const deps = { reader: fake.reader, clock: buildClock() };
  const route = sellerRoute(deps, readingContract, {
    read: () => name,
    handle: ({ scope, loaded, access: { revision }, now }) => ({
      status: 200,
      body: { shop: scope.shopId, loaded, revision, now },
    }),
  });
  return { ...fake, call: caller(route) };
}

describe('sellerRoute', () => {
  it('hands on the scope of an active shop, and what the plan made of its items', async () => {
    const { call } = readRoute(access('active', 7), { ...profileKey('b'), username: 'ada' });
    expect(await call()).toEqual({ status: 200, body: { shop: 's', loaded: 'ada', revision: 7, now: noon } });
  });

  it('lets viewers read', async () => {
    const viewer = { claims: { sub: 'ann', shops: 's:viewer' } };
    expect(await readRoute(access('active')).call(viewer)).toMatchObject({ status: 200 });
  });

  it.each([[[]], [[access('terminated')]]])('refuses a shop whose access is not active', async (items) => {
    await expect(readRoute(...items).call()).rejects.toMatchObject({ code: 'access_not_active' });
  });

  it('reads the access and what the route asks for in one round trip, and takes no key', async () => {
    const { reads, call } = readRoute(access('active'));
    await call({ headers: { 'idempotency-key': '' } });
    expect(reads).toEqual([{ settled: false, keys: [accessKey('s'), ...name.keys] }]);
  });

  it('reads the access alone for a route that asks for nothing', async () => {
    const { reader, reads } = fakeReader(access('active'));
    const handle = () => ({ status: 204 });
    const route = sellerRoute({ reader, clock: buildClock() }, readingContract, { read: () => nothingToRead, handle });
    expect(await caller(route)()).toEqual({ status: 204 });
    expect(reads.map(({ keys }) => keys)).toEqual([[accessKey('s')]]);
  });
});

describe('sellerWriteRoute', () => {
  it('hands on the scope of an active shop', async () => {
    expect(await writeRoute([access('active')]).call()).toEqual({ status: 200, body: { shop: 's', by: 'ann' } });
  });

  it.each([
    ['unauthenticated', {}, { claims: undefined }],
    ['forbidden', {}, { claims: { sub: 'ann', shops: 't:owner' } }],
    ['forbidden', {}, { claims: { sub: 'ann', shops: 's:owner', scope: 'ssc/seller', token_use: 'id' } }],
    ['forbidden', {}, { claims: { sub: '\ud800', shops: 's:owner' } }],
    ['forbidden', {}, { claims: { sub: 'ann', shops: 's:owner s:viewer' } }],
    ['forbidden', {}, { claims: { sub: 'ann', shops: 's:viewer' } }],
    ['forbidden', {}, { claims: { sub: 'ann' } }],
    ['validation_failed', {}, { body: {} }],
    ['validation_failed', {}, { headers: { 'idempotency-key': '' } }],
    ['validation_failed', {}, { headers: { 'idempotency-key': 'k'.repeat(256) } }],
  ])('refuses with %s before anything is read', async (code, _, request) => {
    const { reads, call } = writeRoute([access('active')]);
    await expect(call(request as HttpRequest)).rejects.toMatchObject({ code });
    expect(reads).toEqual([]);
  });

  it('says that the shop is forbidden before it says what is wrong with the request', async () => {
    await expect(writeRoute([]).call({ claims: { sub: 'ann', shops: '' }, body: '{' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it.each([[[]], [[access('terminated')]]])('refuses a shop whose access is not active', async (items) => {
    await expect(writeRoute(items).call()).rejects.toMatchObject({ code: 'access_not_active' });
  });

  it('reads access, record and what the route asks for in one round trip', async () => {
    const { reads, call } = writeRoute([access('active')]);
    await call({ headers: { 'idempotency-key': 'k' } });
    expect(reads).toHaveLength(1);
    const keys = reads[0]?.keys.map(({ pk }) => pk.split('#')[0]);
    expect(new Set(keys)).toEqual(new Set(['SHOP', 'IDEM', 'BUYER']));
  });

  it('gives the use case first what came with the request, then what is there now', async () => {
    const { call, put, reads } = writeRoute([access('active'), { ...profileKey('b'), username: 'ada' }], {
      async handle({ read }) {
        const first = await read(false);
        put({ ...profileKey('b'), username: 'eve' });
        put(access('active', 2));
        const second = await read(true);
        return { status: 200, body: { names: [first.loaded, second.loaded], revision: second.access.revision } };
      },
    });
    expect(await call()).toMatchObject({ body: { names: ['ada', 'eve'], revision: 2 } });
    expect(reads).toHaveLength(2);
  });

  it('ends the write when the access has ended by the second read', async () => {
    const { call, put } = writeRoute([access('active')], {
      async handle({ read }) {
        put(access('terminated'));
        await read(true);
        return { status: 200 };
      },
    });
    await expect(call()).rejects.toMatchObject({ code: 'access_not_active' });
  });
});

describe('a repeated Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'k' };
  const use = idempotentUse({ shopId: 's', seller: 'ann' }, 'k', ['write', { shopId: 's' }, { a: 'x', b: 'y' }]);
  const record = { ...use.key, requestDigest: use.requestDigest, outcome: { id: '1' }, expiresAt: noon + 1 };

  it('gets the answer again, whatever has become of the access, and in whatever order the fields come', async () => {
    const answer = { status: 299, body: { id: '1', loaded: undefined, a: 'x' } };
    expect(await writeRoute([record]).call({ headers, body: { a: 'x', b: 'y' } })).toEqual(answer);
    expect(await writeRoute([record, access('terminated')]).call({ headers, body: '{"b":"y","a":"x"}' })).toEqual(
      answer,
    );
  });

  it('is refused for another body, another route or another shop', async () => {
    await expect(writeRoute([record, access('active')]).call({ headers })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    await expect(
      writeRoute([record], {}, { operationId: 'other' }).call({ headers, body: { a: 'x', b: 'y' } }),
    ).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('is another seller’s own: neither answered by a colleague’s record nor refused for it', async () => {
    const { reads, call } = writeRoute([access('active'), record]);
    const colleague = { claims: { sub: 'ben', shops: 's:agent' }, headers };
    for (const body of [{ a: 'x', b: 'y' }, { a: 'z' }])
      expect(await call({ ...colleague, body })).toMatchObject({ status: 200, body: { by: 'ben' } });
    const asked = JSON.stringify(reads);
    expect(asked).toContain('IDEM#s#');
    expect(asked).not.toContain(use.key.pk);
  });

  it('is fresh again after 24 hours', async () => {
    const old = { ...record, expiresAt: noon };
    expect(await writeRoute([old, access('active')]).call({ headers, body: { a: 'x', b: 'y' } })).toMatchObject({
      status: 200,
    });
  });

  it('is the use that the use case carries into its write, and none without a key', async () => {
    const seen: unknown[] = [];
    const { call } = writeRoute([access('active')], {
      handle: async (request) => {
        seen.push(request.use);
        return { status: 200 };
      },
    });
    await call({ headers, body: { a: 'x', b: 'y' } });
    await call({ body: { a: 'x', b: 'y' } });
    expect(seen).toEqual([use, undefined]);
  });

  it('ends the write whose second read shows that a concurrent request has done it', async () => {
    const { call, put } = writeRoute([access('active')], {
      async handle({ read }) {
        put(record);
        await read(true);
        return { status: 200 };
      },
    });
    expect(await call({ headers, body: { a: 'x', b: 'y' } })).toMatchObject({ status: 299, body: { id: '1' } });
  });
});
