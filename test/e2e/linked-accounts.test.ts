import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { linkGroupChanged } from '../../local/demo/marketplace.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441900';
const root = 'root';
const accounts = [root, ...Array.from({ length: 999 }, (_, index) => `linked-${index}`)];

describe('a block on all linked accounts, through the HTTP front end', () => {
  let runtime: LocalRuntime;
  let shop: Shop;
  beforeAll(async () => {
    runtime = await startLocal();
    shop = openShop(runtime, shopId);
    await grantAccess(runtime, shopId);
    await publish(runtime, [
      ...buyerWithOrder(shopId, root, `name-${root}`),
      linkGroupChanged({ groupId: 'one-person', buyerIds: accounts, revision: 1 }),
    ]);
    await vi.waitFor(async () => {
      const { body } = await shop.seller('GET', `buyers?username=name-${root}`);
      if (body['linkedAccounts'] !== 999) throw new Error('The accounts are not linked yet.');
    }, patientWithProduct);
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const denied = async () => (await shop.ask(accounts)).filter(({ decision }) => decision === 'deny').length;

  it('reaches 1,000 of 1,000', async () => {
    const added = await shop.seller('POST', 'blocks', newBlock(root, { scope: 'linked_user_ids' }));
    expect(added).toMatchObject({ status: 201, body: { coverage: { state: 'applying' } } });
    await vi.waitFor(
      async () =>
        expect((await shop.seller('GET', `blocks/${root}`)).body).toMatchObject({
          coverage: { state: 'complete', guarded: 1000, total: 1000 },
        }),
      patientWithProduct,
    );
    expect(await denied()).toBe(1000);
  });

  it('denies an account that is linked afterwards, and frees one that left', async () => {
    const [, left = ''] = accounts;
    const buyerIds = [...accounts.filter((account) => account !== left), 'newcomer'];
    await publish(runtime, [linkGroupChanged({ groupId: 'one-person', buyerIds, revision: 2 })]);
    await vi.waitFor(
      async () =>
        expect((await shop.ask(['newcomer', left])).map(({ decision }) => decision)).toEqual(['deny', 'allow']),
      patientWithProduct,
    );
    await publish(runtime, [linkGroupChanged({ groupId: 'one-person', buyerIds: accounts, revision: 3 })]);
    await vi.waitFor(
      async () =>
        expect((await shop.ask(['newcomer', left])).map(({ decision }) => decision)).toEqual(['allow', 'deny']),
      patientWithProduct,
    );
  });

  it('frees all of them with the answer to termination, and guards them again with the next grant', async () => {
    await grantAccess(runtime, shopId, { state: 'terminated' });
    expect(await denied()).toBe(0);
    expect(await shop.seller('GET', 'blocks')).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
    await grantAccess(runtime, shopId);
    expect(await denied()).toBe(1000);
  });

  it('frees all but the root with the answer to a narrowing, and guards them again after a widening', async () => {
    const seen = await shop.seller('GET', `blocks/${root}`);
    const etag = seen.headers.get('etag') ?? '';
    const known = await shop.seller('GET', `blocks/${root}`, undefined, { 'if-none-match': etag });
    expect(known).toMatchObject({ status: 304, body: {} });
    const change = (scope: string) => shop.seller('PATCH', `blocks/${root}`, { scope }, { 'if-match': etag });
    expect((await change('user_id_only')).status).toBe(200);
    expect(await denied()).toBe(1);
    const revision = Number(seen.body['revision']) + 1;
    expect(await change('linked_user_ids')).toMatchObject({
      status: 412,
      body: { code: 'precondition_failed', revision },
    });
    expect(await shop.seller('PATCH', `blocks/${root}`, { scope: 'linked_user_ids' })).toMatchObject({
      status: 200,
      body: { coverage: { state: 'applying' } },
    });
    await vi.waitFor(
      async () =>
        expect((await shop.seller('GET', `blocks/${root}`)).body).toMatchObject({
          coverage: { state: 'complete', guarded: 1000, total: 1000 },
        }),
      patientWithProduct,
    );
    expect(await denied()).toBe(1000);
  });

  it('frees all of them with the answer to the removal', async () => {
    expect((await shop.seller('DELETE', `blocks/${root}`)).status).toBe(204);
    expect(await denied()).toBe(0);
  });

  it('guards the root with the answer to its return, and all of them soon', async () => {
    const { body } = await shop.seller('GET', `buyers/${root}/standing`);
    const [removed] = body['blocks'] as readonly { readonly blockId: string }[];
    expect(removed).toMatchObject({ state: 'ended', endedBecause: 'removed', restorableUntil: expect.any(String) });
    const restored = await shop.seller('POST', `blocks/${root}/restore`, { blockId: removed?.blockId });
    expect(restored).toMatchObject({ status: 200, body: { blockId: removed?.blockId } });
    expect(await shop.ask([root])).toMatchObject([{ decision: 'deny' }]);
    await vi.waitFor(async () => expect(await denied()).toBe(1000), patientWithProduct);
    expect(await shop.seller('GET', `buyers/${root}/standing`)).toMatchObject({ body: { gate: { decision: 'deny' } } });
    expect((await shop.seller('DELETE', `blocks/${root}`)).status).toBe(204);
    expect(await denied()).toBe(0);
  });

  it('names no linked account in anything that a seller sees', async () => {
    const seen = await Promise.all([shop.seller('GET', 'blocks'), shop.seller('GET', `buyers?username=name-${root}`)]);
    expect(JSON.stringify(seen.map(({ body }) => body))).not.toContain('linked-');
  });
});
