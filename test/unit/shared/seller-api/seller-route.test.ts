import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { sellerRoute, type SellerRouteOptions } from '../../../../shared/seller-api/seller-route.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import type { RouteContract } from '../../../../shared/contracts/http/route-contract.ts';
import { accessKey, profileKey } from '../../../../shared/table/keys.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { buildHttpEvent, type HttpRequest } from '../../../builders/items/http-event.ts';
import { buildContext } from '../../../builders/items/lambda-context.ts';
import { scriptedTable } from '../../../builders/fakes/scripted-table.ts';

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

/** A table that holds these items, and the route over it. */
function route(
  items: readonly object[],
  options: Partial<SellerRouteOptions<typeof contract>> = {},
  changes: Partial<RouteContract> = {},
) {
  const table = scriptedTable(() => ({ Responses: { 'ssc-test': items } }));
  const bound = sellerRoute({ table, clock: buildClock() }, { ...contract, ...changes } as typeof contract, {
    handle: ({ scope, token }) => ({ status: 200, body: { shop: scope.shopId, by: token.actor.id } }),
    ...options,
  });
  const call = (request: HttpRequest = {}) =>
    bound.handle(
      buildHttpEvent({
        pathParameters: { shopId: 's' },
        claims: { sub: 'ann', shops: 's:agent' },
        body: { a: 'x' },
        ...request,
      }),
      buildContext(),
    );
  return { table, call };
}
const access = (state: 'active' | 'terminated') => ({ ...accessKey('s'), access: buildAccess({ state }) });

describe('sellerRoute', () => {
  it('hands on the scope of an active shop', async () => {
    expect(await route([access('active')]).call()).toEqual({ status: 200, body: { shop: 's', by: 'ann' } });
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
    const { table, call } = route([access('active')]);
    await expect(call(request as HttpRequest)).rejects.toMatchObject({ code });
    expect(table.sent).toEqual([]);
  });

  it('says that the shop is forbidden before it says what is wrong with the request', async () => {
    await expect(route([]).call({ claims: { sub: 'ann', shops: '' }, body: '{' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('lets viewers read', async () => {
    const viewer = { claims: { sub: 'ann', shops: 's:viewer' } };
    expect(await route([access('active')], {}, { writes: false }).call(viewer)).toMatchObject({ status: 200 });
  });

  it.each([[[]], [[access('terminated')]]])('refuses a shop whose access is not active', async (items) => {
    await expect(route(items).call()).rejects.toMatchObject({ code: 'access_not_active' });
  });

  it('reads access, record and what the route preloads in one round trip', async () => {
    const { table, call } = route([access('active')], { preload: () => [profileKey('b'), accessKey('s')] });
    await call({ headers: { 'idempotency-key': 'k' } });
    expect(table.sent).toHaveLength(1);
    const requested = table.sent[0]?.input['RequestItems'] as Record<string, { Keys: { pk: string }[] }> | undefined;
    const keys = requested?.['ssc-test']?.Keys ?? [];
    expect(keys.map(({ pk }) => pk.split('#')[0])).toEqual(['SHOP', 'IDEM', 'BUYER']);
  });
});

describe('a repeated Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'k' };
  const use = idempotentUse({ shopId: 's', seller: 'ann' }, 'k', ['write', { shopId: 's' }, { a: 'x', b: 'y' }]);
  const record = { ...use.key, requestDigest: use.requestDigest, outcome: { id: '1' }, expiresAt: noon + 1 };
  const options = { replay: () => ({ status: 299 }) };

  it('gets the answer again, whatever has become of the access, and in whatever order the fields come', async () => {
    expect(await route([record], options).call({ headers, body: { a: 'x', b: 'y' } })).toEqual({ status: 299 });
    expect(await route([record, access('terminated')], options).call({ headers, body: '{"b":"y","a":"x"}' })).toEqual({
      status: 299,
    });
  });

  it('is refused for another body, another route or another shop', async () => {
    await expect(route([record, access('active')], options).call({ headers })).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    await expect(
      route([record], options, { operationId: 'other' }).call({ headers, body: { a: 'x', b: 'y' } }),
    ).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('is another seller’s own: neither answered by a colleague’s record nor refused for it', async () => {
    const { table, call } = route([access('active')], options);
    const colleague = { claims: { sub: 'ben', shops: 's:agent' }, headers };
    for (const body of [{ a: 'x', b: 'y' }, { a: 'z' }])
      expect(await call({ ...colleague, body })).toMatchObject({ status: 200, body: { by: 'ben' } });
    const asked = JSON.stringify(table.sent.map(({ input }) => input['RequestItems']));
    expect(asked).toContain('IDEM#s#');
    expect(asked).not.toContain(use.key.pk);
  });

  it('is fresh again after 24 hours', async () => {
    const old = { ...record, expiresAt: noon };
    expect(await route([old, access('active')], options).call({ headers, body: { a: 'x', b: 'y' } })).toMatchObject({
      status: 200,
    });
  });

  it('is nothing to a route that only reads', async () => {
    expect(await route([record, access('active')], options, { writes: false }).call({ headers })).toMatchObject({
      status: 200,
    });
  });
});
