import { describe, expect, it } from 'vitest';
import { sellerRoute } from '../../../../shared/seller-api/seller-route.ts';
import { accessKey, profileKey } from '../../../../shared/table/keys.ts';
import { nothingToRead } from '../../../../shared/table/read-plan.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { fakeReader } from '../../../builders/fakes/fake-reader.ts';
import type { StoredItem } from '../../../builders/fakes/fake-reader.ts';
import { accessIn, caller, nameRead, writingContract } from '../../../builders/worlds/seller-routes.ts';

const readingContract = { ...writingContract, writes: false } as const;

/** A route that reads, over these items. */
function readRoute(...items: readonly StoredItem[]) {
  const fake = fakeReader(...items);
  const deps = { reader: fake.reader, clock: buildClock() };
  const route = sellerRoute(deps, readingContract, {
    read: () => nameRead,
    handle: ({ scope, loaded, access: { revision }, now }) => ({
      status: 200,
      body: { shop: scope.shopId, loaded, revision, now },
    }),
  });
  return { ...fake, call: caller(route) };
}

describe('sellerRoute', () => {
  it('hands on the scope of an active shop, and what the plan made of its items', async () => {
    const { call } = readRoute(accessIn('active', 7), { ...profileKey('b'), username: 'ada' });
    expect(await call()).toEqual({ status: 200, body: { shop: 's', loaded: 'ada', revision: 7, now: noon } });
  });

  it('lets viewers read', async () => {
    const viewer = { claims: { sub: 'ann', shops: 's:viewer' } };
    expect(await readRoute(accessIn('active')).call(viewer)).toMatchObject({ status: 200 });
  });

  it.each([[[]], [[accessIn('terminated')]]])('refuses a shop whose access is not active', async (items) => {
    await expect(readRoute(...items).call()).rejects.toMatchObject({ code: 'access_not_active' });
  });

  it('reads the access and what the route asks for in one round trip, and takes no key', async () => {
    const { reads, call } = readRoute(accessIn('active'));
    await call({ headers: { 'idempotency-key': '' } });
    expect(reads).toEqual([{ settled: false, keys: [accessKey('s'), ...nameRead.keys] }]);
  });

  it('reads the access alone for a route that asks for nothing', async () => {
    const { reader, reads } = fakeReader(accessIn('active'));
    const handle = () => ({ status: 204 });
    const route = sellerRoute({ reader, clock: buildClock() }, readingContract, { read: () => nothingToRead, handle });
    expect(await caller(route)()).toEqual({ status: 204 });
    expect(reads.map(({ keys }) => keys)).toEqual([[accessKey('s')]]);
  });
});
