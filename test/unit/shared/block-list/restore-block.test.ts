import { describe, expect, it } from 'vitest';
import { toRecorded } from '../../../../shared/block-list/recorded-block.ts';
import { restoreBlock } from '../../../../shared/block-list/restore-block.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import { buildAccess, buildBlock, buildLedger, buildRemoved, places } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { fakeBlockList, resaved } from '../../../builders/fakes/fake-block-list.ts';

const use = idempotentUse({ shopId: 'shop', seller: 'seller-1' }, 'key', ['x']);
const removed = buildRemoved(buildBlock(), noon - 1000);
type List = ReturnType<typeof fakeBlockList>;
const after = (overrides: Parameters<typeof fakeBlockList>[0] = {}) => fakeBlockList({ removed, ...overrides });
const restore = (list: List, blockId = 'block-1') => {
  let ids = 0;
  return restoreBlock({ store: list.store, newId: () => `id-${++ids}` }, list.toUndo(use), blockId);
};

describe('restoreBlock', () => {
  it('brings the block back onto the list, and counts none of the day', async () => {
    const list = after({ ledger: buildLedger({ newBlocks: { '2026-11-22T00:00:00.000Z': 10 } }) });
    const block = await restore(list);
    expect(list.block()).toEqual(block);
    expect(block).toMatchObject({ blockId: 'block-1', revision: 3, createdAt: noon });
    expect(list.adds[0]).not.toHaveProperty('dayKey');
    expect(list.adds[0]).toMatchObject({
      undoes: removed,
      event: {
        type: 'Buyer Blocked',
        detail: { blockId: 'block-1', revision: 3, removedAt: '2026-11-22T11:59:59.000Z' },
      },
      idempotency: { use, outcome: toRecorded(block) },
    });
  });

  it.each([
    ['which nobody has removed', {}, 'block-2'],
    ['of which nothing is left', { removed: undefined }, 'block-1'],
    ['beside another of the same buyer', { block: buildBlock({ blockId: 'other' }) }, 'block-1'],
    ['that still has its place', { ledger: buildLedger({ places: { 'buyer-1': noon + 1 } }) }, 'block-1'],
    ['of an earlier time of access', { access: buildAccess({ since: noon - 1 }) }, 'block-1'],
  ])('refuses a block %s, and reads nothing of its buyer', async (_, overrides, blockId) => {
    const list = after(overrides);
    await expect(restore(list, blockId)).rejects.toMatchObject({ code: 'not_restorable' });
    expect([list.adds, list.buyersRead()]).toEqual([[], 0]);
  });

  it('needs a free place', async () => {
    const full = buildLedger({ places: places(100) });
    await expect(restore(after({ ledger: full }))).rejects.toMatchObject({ code: 'block_list_full' });
    const expired = { ...places(50, noon, 'e'), ...places(50) };
    expect(await restore(after({ ledger: buildLedger({ places: expired }) }))).toMatchObject({ blockId: 'block-1' });
  });

  it('prunes first when more expired places stand in the way than one write drops', async () => {
    const list = after({ ledger: buildLedger({ places: places(300, noon, 'e') }) });
    await restore(list);
    expect(list.prunes.map((drops) => drops.length)).toEqual([100, 100]);
  });

  it('decides again on a new read when something has changed, with the same event', async () => {
    const list = after();
    list.crossedBy(resaved, 2);
    await restore(list);
    expect(list.reads).toEqual([false, true, true]);
    expect(new Set(list.adds.map(({ event }) => event.eventId))).toEqual(new Set(['id-1']));
  });

  it('ends when somebody else has brought it back meanwhile', async () => {
    const list = after();
    list.crossedBy(() => ({ removed: undefined, block: buildBlock({ revision: 3 }) }));
    await expect(restore(list)).rejects.toMatchObject({ code: 'not_restorable' });
  });
});
