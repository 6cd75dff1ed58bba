import { describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { updateBlock, removeBlock } from '../../../../shared/block-list/change-live-block.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { fakeBlockStore } from '../../../builders/fakes/fake-block-store.ts';

const scope = platformScope('shop', 'test');
const use = idempotentUse({ shopId: 'shop', seller: 'seller-1' }, 'key', ['x']);
const live = { block: buildBlock(), record: undefined, accessIsActive: true, buyerIsErased: false };
const deps = (fake: ReturnType<typeof fakeBlockStore>) => {
  let ids = 0;
  return { store: fake.store, newId: () => `id-${++ids}` };
};

describe('updateBlock', () => {
  it('decides again on a new read when somebody else changed the block, with the same event', async () => {
    const fake = fakeBlockStore(2);
    const reads: boolean[] = [];
    const changed = await updateBlock(deps(fake), scope, { duration: '90_days' }, use, noon, async (again) => {
      reads.push(again);
      return live;
    });
    expect(changed).toMatchObject({ duration: '90_days', updatedAt: noon });
    expect(reads).toEqual([false, true, true]);
    expect(fake.others.map(({ eventId }) => eventId)).toEqual(['id-1', 'id-1', 'id-1']);
  });

  it('finds no block that is absent, or expired in this very millisecond', async () => {
    const change = { note: 'n' };
    await expect(
      updateBlock(deps(fakeBlockStore()), scope, change, use, noon, async () => ({
        block: undefined,
        record: undefined,
        accessIsActive: true,
        buyerIsErased: false,
      })),
    ).rejects.toMatchObject({ code: 'not_found' });
    const expired = {
      block: buildBlock({ expiresAt: noon }),
      record: undefined,
      accessIsActive: true,
      buyerIsErased: false,
    };
    await expect(
      updateBlock(deps(fakeBlockStore()), scope, change, use, noon, async () => expired),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await updateBlock(deps(fakeBlockStore()), scope, change, use, noon - 1, async () => expired)).toMatchObject({
      note: 'n',
    });
  });

  it('names the missing note of the reason other, and takes none about an erased buyer', async () => {
    const kept = buildBlock({ reason: 'other' });
    const erased = async () => ({ block: kept, record: undefined, accessIsActive: true, buyerIsErased: true });
    expect(await updateBlock(deps(fakeBlockStore()), scope, { duration: '90_days' }, use, noon, erased)).toMatchObject({
      reason: 'other',
    });
    await expect(updateBlock(deps(fakeBlockStore()), scope, { note: 'n' }, use, noon, erased)).rejects.toMatchObject({
      details: { errors: [{ path: 'note' }] },
    });
    const about = async () => ({ ...live, buyerIsErased: true });
    const message = 'cannot be other, which needs a note: the buyer was erased, and none is kept';
    await expect(
      updateBlock(deps(fakeBlockStore()), scope, { reason: 'other' }, use, noon, about),
    ).rejects.toMatchObject({ details: { errors: [{ path: 'reason', message }] } });
    await expect(
      updateBlock(deps(fakeBlockStore()), scope, { reason: 'other', note: 'n' }, use, noon, about),
    ).rejects.toMatchObject({ details: { errors: [{ path: 'note' }, { path: 'reason', message }] } });
    await expect(
      updateBlock(deps(fakeBlockStore()), scope, { reason: 'other' }, use, noon, async () => live),
    ).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: [{ path: 'note', message: 'is needed when the reason is other' }] },
    });
  });

  it('answers with the block that a concurrent request of the same key has changed, unless it is gone', async () => {
    const record = { requestDigest: use.requestDigest, outcome: {}, expiresAt: noon + 1 };
    const fake = fakeBlockStore();
    expect(await updateBlock(deps(fake), scope, { note: 'n' }, use, noon, async () => ({ ...live, record }))).toEqual(
      live.block,
    );
    expect(fake.others).toEqual([]);
    await expect(
      updateBlock(deps(fake), scope, { note: 'n' }, use, noon, async () => ({
        block: undefined,
        record,
        accessIsActive: true,
        buyerIsErased: false,
      })),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      updateBlock(deps(fake), scope, { note: 'n' }, undefined, noon, async () => ({ ...live, record })),
    ).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });
});

describe('removeBlock', () => {
  it('ends with the block that it read, and with nothing when a concurrent request was first', async () => {
    const fake = fakeBlockStore(1);
    await removeBlock(deps(fake), scope, undefined, noon, async () => live);
    expect(fake.others).toHaveLength(2);
    const record = { requestDigest: use.requestDigest, outcome: {}, expiresAt: noon + 1 };
    await removeBlock(deps(fake), scope, use, noon, async () => ({
      block: undefined,
      record,
      accessIsActive: true,
      buyerIsErased: false,
    }));
    expect(fake.others).toHaveLength(2);
  });

  it('finds nothing to remove the second time', async () => {
    const gone = fakeBlockStore(1);
    let reads = 0;
    const read = async () => ({
      block: reads++ === 0 ? buildBlock() : undefined,
      record: undefined,
      accessIsActive: true,
      buyerIsErased: false,
    });
    await expect(removeBlock(deps(gone), scope, undefined, noon, read)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('gives up as unavailable when the block never stands still', async () => {
    await expect(removeBlock(deps(fakeBlockStore(99)), scope, undefined, noon, async () => live)).rejects.toMatchObject(
      { code: 'unavailable' },
    );
  });
});
