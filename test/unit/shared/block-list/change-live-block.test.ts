import { describe, expect, it } from 'vitest';
import { removeBlock, updateBlock } from '../../../../shared/block-list/change-live-block.ts';
import { toRecorded } from '../../../../shared/block-list/recorded-block.ts';
import type { BlockChange } from '../../../../shared/block-list/rules.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { fakeBlockList } from '../../../builders/fakes/fake-block-list.ts';

const use = idempotentUse({ shopId: 'shop', seller: 'seller-1' }, 'key', ['x']);
type List = ReturnType<typeof fakeBlockList>;
const live = (overrides: Parameters<typeof fakeBlockList>[0] = {}) =>
  fakeBlockList({ block: buildBlock(), ...overrides });
const deps = ({ store }: List) => {
  let ids = 0;
  return { store, newId: () => `id-${++ids}` };
};
const update = (list: List, change: BlockChange, now = noon) =>
  updateBlock(deps(list), { ...list.toChange(use), now }, change);
/** A colleague changes the reason. */
const changedByOthers = ({ block = buildBlock() }: { block?: ReturnType<typeof buildBlock> | undefined }) => ({
  block: { ...block, reason: 'harassment' as const, revision: block.revision + 1 },
});

describe('updateBlock', () => {
  it('decides again on a new read when somebody else changed the block, with the same event', async () => {
    const list = live();
    list.crossedBy(changedByOthers, 2);
    const changed = await update(list, { duration: '90_days' });
    expect(changed).toMatchObject({ duration: '90_days', updatedAt: noon, reason: 'harassment', revision: 4 });
    expect(list.block()).toEqual(changed);
    expect(list.reads).toEqual([false, true, true]);
    expect(list.changes.map(({ event }) => event.eventId)).toEqual(['id-1', 'id-1', 'id-1']);
  });

  it('carries its key into the write, with the answer but for its words', async () => {
    const list = live();
    const after = await update(list, { note: 'SECRET' });
    expect(list.changes[0]?.idempotency).toEqual({ use, outcome: toRecorded(after) });
    await updateBlock(deps(list), list.toChange(), { note: 'n' });
    expect(list.changes[1]?.idempotency).toBeUndefined();
  });

  it('reads nothing of a buyer whom the shop does not block', async () => {
    const list = fakeBlockList();
    await expect(update(list, { note: 'n' })).rejects.toMatchObject({ code: 'not_found' });
    expect(list.buyersRead()).toBe(0);
  });

  it('finds no block that is absent, or expired in this very millisecond', async () => {
    const change = { note: 'n' };
    await expect(update(fakeBlockList(), change)).rejects.toMatchObject({ code: 'not_found' });
    const expired = live({ block: buildBlock({ expiresAt: noon }) });
    await expect(update(expired, change)).rejects.toMatchObject({ code: 'not_found' });
    expect(await update(expired, change, noon - 1)).toMatchObject({ note: 'n' });
  });

  it('names the missing note of the reason other, and takes none about an erased buyer', async () => {
    const kept = live({ block: buildBlock({ reason: 'other' }), isErased: true });
    await expect(update(kept, { note: 'n' })).rejects.toMatchObject({ details: { errors: [{ path: 'note' }] } });
    expect(await update(kept, { duration: '90_days' })).toMatchObject({ reason: 'other' });

    const about = live({ isErased: true });
    const message = 'cannot be other, which needs a note: the buyer was erased, and none is kept';
    await expect(update(about, { reason: 'other' })).rejects.toMatchObject({
      details: { errors: [{ path: 'reason', message }] },
    });
    await expect(update(about, { reason: 'other', note: 'n' })).rejects.toMatchObject({
      details: { errors: [{ path: 'note' }, { path: 'reason', message }] },
    });
    await expect(update(live(), { reason: 'other' })).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: [{ path: 'note', message: 'is needed when the reason is other' }] },
    });
  });

  it('finds out on the next read that the buyer was erased in between', async () => {
    const list = live();
    list.crossedBy((shop) => ({ ...changedByOthers(shop), isErased: true }));
    await expect(update(list, { note: 'n' })).rejects.toMatchObject({ details: { errors: [{ path: 'note' }] } });
  });
});

describe('removeBlock', () => {
  it('ends the block as somebody else has just left it', async () => {
    const list = live();
    list.crossedBy(changedByOthers);
    await removeBlock(deps(list), list.toChange(use));
    expect(list.block()).toBeUndefined();
    expect(list.changes).toHaveLength(2);
    expect(list.changes.map(({ event }) => event.detail)).toMatchObject([{ revision: 2 }, { revision: 3 }]);
    expect(list.changes[1]?.idempotency).toEqual({ use, outcome: { buyerId: 'buyer-1', blockId: 'block-1' } });
  });

  it('finds nothing to remove the second time', async () => {
    const list = live();
    list.crossedBy(() => ({ block: undefined }));
    await expect(removeBlock(deps(list), list.toChange())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('gives up as unavailable when the block never stands still', async () => {
    const list = live();
    list.crossedBy(changedByOthers, 99);
    await expect(removeBlock(deps(list), list.toChange())).rejects.toMatchObject({ code: 'unavailable' });
    expect(list.block()).toBeDefined();
  });
});
