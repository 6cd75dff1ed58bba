import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../shared/block-list/rules.ts';
import { liftBlock } from '../../../../shared/support/lift-block.ts';
import type { LiftWrite, SupportStore } from '../../../../shared/support/store.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

/** One shop's block of `buyer-1` in memory. A lift holds only while the block stands as it was read. */
function world({
  block = buildBlock(),
  rootIsErased = false,
  linked = [],
}: {
  block?: Block | undefined;
  rootIsErased?: boolean;
  linked?: readonly string[];
} = {}) {
  let present: Block | undefined = block;
  let crossing: { happens: (before: Block) => Block | undefined; left: number } | undefined;
  const lifts: LiftWrite[] = [];
  const forgotten: string[] = [];
  const store: SupportStore = {
    list: async () => ({ items: [] }),
    find: async () => present && { block: present, rootIsErased },
    async lift(_scope, _shopId, write) {
      lifts.push(write);
      if (present && crossing && crossing.left-- > 0) present = crossing.happens(present);
      if (present?.revision !== write.block.revision) return false;
      present = undefined;
      return true;
    },
    forgetErased: async (_scope, _shopId, { blockId }) => void forgotten.push(blockId),
    linkedTo: async () => new Set(linked),
  };
  const lift = (asked: { reason?: string; agent?: string; blockId?: string; buyerId?: string } = {}) => {
    const { buyerId = 'buyer-1', ...rest } = asked;
    let ids = 0;
    const deps = { store, newId: () => `id-${++ids}` };
    return liftBlock(deps, { shopId: 's', buyerId }, { agent: 'agent-7', reason: 'appeal upheld', ...rest }, noon);
  };
  return {
    lift,
    lifts,
    forgotten,
    present: () => present,
    crossedBy: (happens: (before: Block) => Block | undefined, times = 1) => void (crossing = { happens, left: times }),
  };
}
const changed = (before: Block): Block => ({ ...before, revision: before.revision + 1 });

describe('liftBlock', () => {
  it('ends the block in the agent’s name and looks once more for an erasure', async () => {
    const { lift, lifts, forgotten, present } = world();
    await lift();
    expect(present()).toBeUndefined();
    expect(lifts).toMatchObject([
      { reason: 'appeal upheld', event: { eventId: 'id-1', actor: { id: 'agent-7' }, detail: { agent: 'agent-7' } } },
    ]);
    expect(forgotten).toEqual(['block-1']);
  });

  it('ends the block as somebody else has just left it, with the same event', async () => {
    const { lift, lifts, present, crossedBy } = world();
    crossedBy(changed, 2);
    await lift();
    expect(present()).toBeUndefined();
    expect(lifts.map(({ block, event }) => [block.revision, event.eventId])).toEqual([
      [1, 'id-1'],
      [2, 'id-1'],
      [3, 'id-1'],
    ]);
  });

  it('finds none that is absent, expired in this very millisecond, or ended in between', async () => {
    const expired = world({ block: buildBlock({ expiresAt: noon }) });
    await expect(expired.lift()).rejects.toMatchObject({ code: 'not_found' });
    const { lift, crossedBy } = world();
    crossedBy(() => undefined);
    await expect(lift()).rejects.toMatchObject({ code: 'not_found' });
    await expect(lift({ blockId: 'block-1' })).rejects.toThrow('There is no such live block');
  });

  it('keeps no reason about an erased buyer, for whom nothing is left to forget', async () => {
    const { lift, lifts, forgotten } = world({ rootIsErased: true });
    await lift();
    expect(lifts[0]?.reason).toBeUndefined();
    expect(forgotten).toEqual([]);
  });

  it('refuses words that name a linked account, before anything is written', async () => {
    const { lift, lifts } = world({ linked: ['sister-9'] });
    await expect(lift({ reason: 'same person as sister-9' })).rejects.toMatchObject({
      details: { errors: [{ path: 'reason' }] },
    });
    await expect(lift({ reason: 'ｓｉｓｔｅｒ－９, in full width' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
    await expect(lift({ buyerId: 'brother-3', agent: 'brother-3' })).rejects.toMatchObject({
      details: { errors: [{ path: 'agent' }] },
    });
    expect(lifts).toEqual([]);
    await lift({ reason: 'buyer-1 is known to the shop' });
  });

  it('gives up as unavailable when the block never stands still', async () => {
    const { lift, present, forgotten, crossedBy } = world();
    crossedBy(changed, 99);
    await expect(lift()).rejects.toMatchObject({ code: 'unavailable' });
    expect(present()).toBeDefined();
    expect(forgotten).toEqual([]);
  });
});
