import { describe, expect, it } from 'vitest';
import { scopeOfToken } from '../../../../shared/access/scope.ts';
import { addBlock, type AddBlockSituation, fromOutcome } from '../../../../shared/block-list/add-block.ts';
import type { NewBlock } from '../../../../shared/block-list/plan-block.ts';
import { never } from '../../../../shared/block-list/rules.ts';
import { idempotentUse } from '../../../../shared/idempotency/record.ts';
import { buildAccess, buildLedger, places } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildCandidate, fakeBlockStore, readsOf } from '../../../builders/fakes/fake-block-store.ts';

const token = scopeOfToken({ sub: 'seller-1', shops: 'shop:agent' }, 'shop');
const request: NewBlock = {
  buyerId: 'buyer-1',
  username: 'ada',
  reason: 'other',
  note: 'n',
  scope: 'user_id_only',
  duration: '90_days',
};
const use = idempotentUse({ shopId: 'shop', seller: 'seller-1' }, 'key', ['addBlock', request]);

function add(
  fake: ReturnType<typeof fakeBlockStore>,
  situations: readonly AddBlockSituation[],
  asked: NewBlock = request,
) {
  if (!token) throw new Error('the token opens the shop');
  let ids = 0;
  return addBlock({ store: fake.store, newId: () => `id-${++ids}` }, token, asked, use, noon, readsOf(...situations));
}

describe('addBlock', () => {
  it('makes the block with all that it was decided on', async () => {
    const fake = fakeBlockStore();
    const added = await add(fake, [{ candidate: buildCandidate() }]);
    expect(added).toMatchObject({
      type: 'added',
      block: {
        blockId: 'id-1',
        createdBy: 'seller-1',
        createdAt: noon,
        expiresAt: noon + 90 * 86_400_000,
        coverage: { state: 'complete', guarded: 1, total: 1 },
      },
    });
    expect(fake.adds[0]).toMatchObject({
      dayKey: '2026-11-22T00:00:00.000Z',
      profileRevision: 3,
      linksRevision: 0,
      access: { revision: 1 },
      event: { eventId: 'id-2' },
    });
  });

  it('stays the same block, time and event however often it is tried again', async () => {
    const fake = fakeBlockStore(4);
    await add(fake, [{ candidate: buildCandidate() }]);
    expect(fake.adds).toHaveLength(5);
    expect(new Set(fake.adds.map((write) => JSON.stringify([write.block, write.event])))).toHaveLength(1);
  });

  it('leaves neither note nor username in the record of its key', async () => {
    const fake = fakeBlockStore();
    await add(fake, [{ candidate: buildCandidate() }], { ...request, note: 'SECRET', username: 'ada' });
    expect(JSON.stringify(fake.adds[0]?.idempotency)).not.toMatch(/SECRET|ada/);
  });

  it.each([
    ['buyer_not_found', { profile: undefined }],
    ['buyer_not_found', { shopBuyer: undefined }],
    ['username_mismatch', { profile: { buyerId: 'buyer-1', username: 'Ada', avatarUrl: '', revision: 4 } }],
    ['already_blocked', { ledger: buildLedger({ places: { 'buyer-1': never } }) }],
    ['block_list_full', { ledger: buildLedger({ places: places(100) }) }],
    ['daily_block_limit_reached', { ledger: buildLedger({ newBlocks: { '2026-11-22T00:00:00.000Z': 10 } }) }],
    ['access_not_active', { access: undefined }],
    ['access_not_active', { access: buildAccess({ state: 'terminated' }) }],
  ])('refuses with %s, also when that turns out on a second read', async (code, overrides) => {
    const refusing = { candidate: buildCandidate(overrides) };
    await expect(add(fakeBlockStore(), [refusing])).rejects.toMatchObject({ code });
    await expect(add(fakeBlockStore(1), [{ candidate: buildCandidate() }, refusing])).rejects.toMatchObject({ code });
  });

  it('says when the day ends, in the zone of the shop', async () => {
    const access = buildAccess({ timeZone: 'Asia/Kathmandu', quotas: { blocks: 5, newBlocksPerDay: 0 } });
    await expect(add(fakeBlockStore(), [{ candidate: buildCandidate({ access }) }])).rejects.toMatchObject({
      details: { resetsAt: '2026-11-22T18:15:00.000Z' },
    });
  });

  it('answers with what a concurrent request of the same key has done meanwhile', async () => {
    const record = { requestDigest: use.requestDigest, outcome: { blockId: 'theirs' }, expiresAt: never };
    const done = await add(fakeBlockStore(1), [
      { candidate: buildCandidate() },
      { candidate: buildCandidate(), record },
    ]);
    expect(done).toEqual({ type: 'done_before', record, profile: buildCandidate().profile });
  });

  it('refuses when the key was taken meanwhile for another request', async () => {
    const record = { requestDigest: 'another', outcome: {}, expiresAt: never };
    await expect(add(fakeBlockStore(), [{ candidate: buildCandidate(), record }])).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('prunes expired places first when they are more than one write drops', async () => {
    const access = buildAccess({ quotas: { blocks: 5, newBlocksPerDay: 10 } });
    const crowded = buildCandidate({ access, ledger: buildLedger({ places: places(150, noon) }) });
    const fake = fakeBlockStore();
    await add(fake, [
      { candidate: crowded },
      { candidate: buildCandidate({ access, ledger: buildLedger({ places: places(50, noon) }) }) },
    ]);
    expect(fake.prunes).toEqual([100]);
    expect(fake.adds[0]?.plan.drops).toHaveLength(50);
  });

  it('gives up as unavailable when somebody else is always first', async () => {
    await expect(add(fakeBlockStore(1000), [{ candidate: buildCandidate() }])).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('is applying while linked accounts are yet to be guarded', async () => {
    const linked = { ...request, scope: 'linked_user_ids' as const };
    const links = { revision: 2, groups: ['g'], hasDependents: false };
    expect(await add(fakeBlockStore(), [{ candidate: buildCandidate({ links }) }], linked)).toMatchObject({
      block: { coverage: { state: 'applying' } },
    });
    expect(await add(fakeBlockStore(), [{ candidate: buildCandidate() }], linked)).toMatchObject({
      block: { coverage: { state: 'complete' } },
    });
  });
});

describe('fromOutcome', () => {
  const profile = { avatarUrl: 'https://cdn.example/ada.png' };

  it('rebuilds the block that was made', async () => {
    const fake = fakeBlockStore();
    const added = await add(fake, [{ candidate: buildCandidate() }]);
    const outcome = fake.adds[0]?.idempotency?.outcome ?? {};
    const record = { requestDigest: '', outcome, expiresAt: never };
    expect(added.type === 'added' && fromOutcome(record, request, profile)).toEqual(
      added.type === 'added' && added.block,
    );
    const { note: _note, ...silent } = request;
    expect(fromOutcome(record, silent, profile)).not.toHaveProperty('note');
  });
});
