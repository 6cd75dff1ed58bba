import { beforeEach, describe, expect, it } from 'vitest';
import { changeLinkGroup } from '../../../../shared/coverage/change-link-group.ts';
import { findDependents } from '../../../../shared/coverage/find-dependents.ts';
import { groupKey } from '../../../../shared/table/keys.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import {
  buildStepQueue,
  changeLinkGroup as change,
  coverageDeps,
  coverBlock,
  toTheEnd,
} from '../../../builders/worlds/link-work.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';

describe.each(usualEngines())('looking for the blocks of a changed group on %s', (engine) => {
  const table = useTable(engine, { stream: false });
  const world = createLinkWorld(table);
  const link = (buyerIds: readonly string[], revision: number, queue = buildStepQueue()) =>
    changeLinkGroup(coverageDeps(table, queue, buildClock()), { groupId: 'g', buyerIds, revision });
  const shops = buyersNamed('shop', 52).toSorted();
  const blockIn = async (shop: string) => {
    await world.openShop(shop);
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    return block;
  };

  describe('in more shops than a page', () => {
    beforeEach(async () => {
      for (const shop of shops) await blockIn(shop);
    });

    it('lets a page of them say that they are applying before it sends anything, and goes on by a message of its own', async () => {
      const queue = buildStepQueue();
      expect(await link(['r', 'a', 'b'], 1, queue)).toBe('applied');
      expect(queue.waiting.map(({ step }) => step)).toEqual([
        ...shops.slice(0, 50).map(() => 'follow_group'),
        'find_dependents',
      ]);
      expect(await readItem(table, groupKey('g'))).toMatchObject({ appliedRevision: -1 });
      const said = await Promise.all(
        shops.map((shopId) => world.coverage({ shopId, buyerId: 'r', blockId: '', scope: 'linked_user_ids' })),
      );
      expect(said.slice(0, 50)).toEqual(shops.slice(0, 50).map(() => ({ state: 'applying', guarded: 1, total: 3 })));

      await toTheEnd(table, () => Promise.resolve(), { clock: buildClock(), queue });
      expect(await readItem(table, groupKey('g'))).toMatchObject({ appliedRevision: 1 });
      for (const shop of shops) expect(await world.denied(shop, ['a', 'b'])).toEqual(['a', 'b']);
    });

    it('leaves the rest to a higher revision, which goes over all of them', async () => {
      const queue = buildStepQueue();
      await link(['r', 'a', 'b'], 1, queue);
      await change(table, buildClock(), { groupId: 'g', buyerIds: ['r', 'b'], revision: 2 });
      await toTheEnd(table, () => Promise.resolve(), { clock: buildClock(), queue });
      for (const shop of shops) expect(await world.denied(shop, ['a', 'b'])).toEqual(['b']);
      expect(await readItem(table, groupKey('g'))).toMatchObject({ revision: 2, appliedRevision: 2 });
    });
  });

  it('names who came and who went, and nobody where the root is among them', async () => {
    await blockIn('s');
    const queue = buildStepQueue();
    await link(['r', 'a'], 1, queue);
    expect(queue.waiting[0]).not.toHaveProperty('accounts');
    await toTheEnd(table, () => Promise.resolve(), { clock: buildClock(), queue });
    await link(['r', 'b'], 2, queue);
    expect(queue.waiting[0]).toMatchObject({ accounts: ['b', 'a'], isFresh: true, left: 2 });
  });

  it('takes along what a revision before still has to do for a block', async () => {
    const block = await blockIn('s');
    const lost = buildStepQueue();
    await link(['r', 'a'], 1, lost);
    const queue = buildStepQueue();
    await link(['r', 'a', 'b'], 2, queue);
    expect(queue.waiting[0]).not.toHaveProperty('accounts');
    await toTheEnd(table, () => Promise.resolve(), { clock: buildClock(), queue });
    expect(await world.denied('s', ['a', 'b'])).toEqual(['a', 'b']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });
    // Late, it finds nothing to do.
    await toTheEnd(table, () => Promise.resolve(), { clock: buildClock(), queue: lost });
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });
  });

  it('does nothing for a revision that is not the group’s', async () => {
    await link(['r', 'a'], 2);
    const queue = buildStepQueue();
    const late = { groupId: 'g', revision: 1, isFresh: false };
    expect(await findDependents(coverageDeps(table, queue, buildClock()), late)).toBe('superseded');
    expect(await findDependents(coverageDeps(table, queue, buildClock()), { ...late, groupId: 'none' })).toBe(
      'superseded',
    );
    expect(queue.sent).toEqual([]);
  });
});
