import { describe, expect, it } from 'vitest';
import { addBlock } from '../../../../shared/block-list/add-block.ts';
import type { NewBlock } from '../../../../shared/block-list/plan-block.ts';
import { never } from '../../../../shared/block-list/rules.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import { buildAccess, buildLedger, places } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { fakeBlockList, resaved } from '../../../builders/fakes/fake-block-list.ts';

const request: NewBlock = {
  buyerId: 'buyer-1',
  username: 'ada',
  reason: 'other',
  note: 'n',
  scope: 'user_id_only',
  duration: '90_days',
};
const use = idempotentUse({ shopId: 'shop', seller: 'seller-1' }, 'key', ['addBlock', request]);

function add(list: ReturnType<typeof fakeBlockList>, asked: NewBlock = request) {
  let ids = 0;
  return addBlock({ store: list.store, newId: () => `id-${++ids}` }, list.toAdd(use), asked);
}

describe('addBlock', () => {
  it('makes the block with all that it was decided on', async () => {
    const list = fakeBlockList();
    const block = await add(list);
    expect(block).toMatchObject({
      blockId: 'id-1',
      createdBy: 'seller-1',
      createdAt: noon,
      expiresAt: noon + 90 * 86_400_000,
      coverage: { state: 'complete', guarded: 1, total: 1 },
    });
    expect(list.block()).toEqual(block);
    expect(list.adds[0]).toMatchObject({
      dayKey: '2026-11-22T00:00:00.000Z',
      profileRevision: 3,
      linksRevision: 0,
      access: { revision: 1 },
      event: { eventId: 'id-2' },
    });
  });

  it('reads nothing of a buyer who never ordered in the shop', async () => {
    const list = fakeBlockList({ shopBuyer: undefined });
    await expect(add(list)).rejects.toMatchObject({ code: 'buyer_not_found' });
    expect(list.buyersRead()).toBe(0);
    list.set({ shopBuyer: { orders: 1, openOrders: 0 } });
    await add(list);
    expect(list.buyersRead()).toBe(1);
  });

  it('stays the same block, time and event however often it is tried again', async () => {
    const list = fakeBlockList();
    list.crossedBy(resaved, 4);
    await add(list);
    expect(list.reads).toEqual([false, true, true, true, true]);
    expect(new Set(list.adds.map((write) => JSON.stringify([write.block, write.event])))).toHaveLength(1);
    expect(list.adds.map(({ access }) => access.revision)).toEqual([1, 2, 3, 4, 5]);
  });

  it('carries its key into the write, and leaves neither note nor username in its outcome', async () => {
    const list = fakeBlockList();
    await add(list, { ...request, note: 'SECRET', username: 'ada' });
    expect(list.adds[0]?.idempotency).toMatchObject({ use, outcome: { blockId: 'id-1' } });
    expect(JSON.stringify(list.adds[0]?.idempotency)).not.toMatch(/SECRET|ada/);
  });

  it('records nothing for a request without a key', async () => {
    const list = fakeBlockList();
    await addBlock({ store: list.store, newId: () => 'id' }, list.toAdd(), request);
    expect(list.adds[0]?.idempotency).toBeUndefined();
  });

  it.each([
    ['buyer_not_found', { profile: undefined }],
    ['buyer_not_found', { shopBuyer: undefined }],
    ['username_mismatch', { profile: { buyerId: 'buyer-1', username: 'Ada', avatarUrl: '', revision: 4 } }],
    ['already_blocked', { ledger: buildLedger({ places: { 'buyer-1': never } }) }],
    ['block_list_full', { ledger: buildLedger({ places: places(100) }) }],
    ['daily_block_limit_reached', { ledger: buildLedger({ newBlocks: { '2026-11-22T00:00:00.000Z': 10 } }) }],
  ])('refuses with %s, also when that turns out on a second read', async (code, overrides) => {
    await expect(add(fakeBlockList(overrides))).rejects.toMatchObject({ code });
    const crossed = fakeBlockList();
    crossed.crossedBy((shop) => ({ ...resaved(shop), ...overrides }));
    await expect(add(crossed)).rejects.toMatchObject({ code });
    expect(crossed.reads).toEqual([false, true]);
    expect(crossed.block()).toBeUndefined();
  });

  it('takes an alert about this buyer only, and one of this shop', async () => {
    const named = { ...request, alertId: 'alert-1' };
    expect(await add(fakeBlockList({ alertBuyerId: 'buyer-1' }), named)).toMatchObject({ alertId: 'alert-1' });
    for (const alertBuyerId of ['buyer-2', undefined]) {
      await expect(add(fakeBlockList({ alertBuyerId }), named)).rejects.toMatchObject({
        code: 'validation_failed',
        details: { errors: [{ path: 'alertId' }] },
      });
    }
  });

  it('says when the day ends, in the zone of the shop', async () => {
    const access = buildAccess({ timeZone: 'Asia/Kathmandu', quotas: { blocks: 5, newBlocksPerDay: 0 } });
    await expect(add(fakeBlockList({ access }))).rejects.toMatchObject({
      details: { resetsAt: '2026-11-22T18:15:00.000Z' },
    });
  });

  it('prunes expired places first when they are more than one write drops', async () => {
    const access = buildAccess({ quotas: { blocks: 5, newBlocksPerDay: 10 } });
    const list = fakeBlockList({ access, ledger: buildLedger({ places: places(150, noon) }) });
    await add(list);
    expect(list.prunes.map((drops) => drops.length)).toEqual([100]);
    expect(list.adds[0]?.plan.drops).toHaveLength(50);
  });

  it('reads again when somebody else has pruned in between', async () => {
    const access = buildAccess({ quotas: { blocks: 5, newBlocksPerDay: 10 } });
    const list = fakeBlockList({ access, ledger: buildLedger({ places: places(150, noon) }) });
    list.crossedBy(() => ({ ledger: buildLedger() }));
    await add(list);
    expect(list.reads).toEqual([false, true]);
    expect(list.adds[0]?.plan.drops).toEqual([]);
  });

  it('gives up as unavailable when somebody else is always first', async () => {
    const list = fakeBlockList();
    list.crossedBy(resaved, 1000);
    await expect(add(list)).rejects.toMatchObject({ code: 'unavailable' });
    expect(list.block()).toBeUndefined();
  });

  it('is applying while linked accounts are yet to be guarded', async () => {
    const linked = { ...request, scope: 'linked_user_ids' as const };
    const links = { revision: 2, groups: ['g'], hasDependents: false };
    expect(await add(fakeBlockList({ links }), linked)).toMatchObject({ coverage: { state: 'applying' } });
    expect(await add(fakeBlockList(), linked)).toMatchObject({ coverage: { state: 'complete' } });
  });
});
