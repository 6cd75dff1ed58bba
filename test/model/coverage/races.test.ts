import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/kernel/errors.ts';
import {
  changeLinkGroup,
  cleanMarkers,
  coverBlock,
  followBlock,
  followRemoval,
  followScope,
} from '../../builders/worlds/link-work.ts';
import type { MarkedBlock, RescopedBlock } from '../../../shared/coverage/marked-block.ts';
import type { Table } from '../../../shared/table/client.ts';
import { buildClock } from '../../builders/fakes/clock.ts';
import { usualEngines } from '../../builders/engines/engines.ts';
import { createLinkWorld } from '../../builders/worlds/link-world.ts';
import { useTable } from '../../builders/engines/table.ts';
import { readItem } from '../../builders/items/table-items.ts';
import { blockKey } from '../../../shared/table/keys.ts';
import { interleave } from './interleave.ts';
import { whoIsDenied } from './link-truth.ts';

const people = ['r', 'a', 'b', 'c'];
const membership = fc.subarray(people);
/** Short turns for close races, long ones so that one worker can come and go between two calls of another. */
const turns = fc.array(fc.record({ pick: fc.nat({ max: 5 }), calls: fc.integer({ min: 1, max: 14 }) }), {
  minLength: 8,
  maxLength: 40,
});

/** As the queue does: what could not be done now is delivered again. */
async function delivered<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let receive = 0; receive < 5; receive++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'unavailable')) throw error;
    }
  }
  throw new Error('The message would have ended in the dead letters.');
}

/** One run's shop, buyers and groups, under names of their own, so that all runs share a table. */
function createScene(run: number) {
  const named = (name: string) => `${name}-${run}`;
  const shop = named('shop');
  const buyers = people.map(named);
  const cover = (on: Table, block: MarkedBlock) => coverBlock(on, block, { deliver: delivered });
  const follow = (on: Table, block: RescopedBlock) => followScope(on, block, undefined, { deliver: delivered });
  return {
    shop,
    cover,
    follow,
    link: (group: string, members: readonly string[], revision: number) => async (on: Table) => {
      const change = { groupId: named(group), buyerIds: members.map(named), revision };
      await changeLinkGroup(on, buildClock(), change, { deliver: delivered });
    },
    block: (root: string) => async (on: Table) => cover(on, await createLinkWorld(on).block(shop, named(root))),
    async expectDenials(table: Table, roots: readonly string[], groups: Readonly<Record<string, readonly string[]>>) {
      const blocks = roots.map((root) => ({ shop, root: named(root), linked: true }));
      const truth = new Map(Object.entries(groups).map(([group, members]) => [group, members.map(named)]));
      expect(await createLinkWorld(table).denied(shop, buyers)).toEqual(whoIsDenied(shop, blocks, truth, buyers));
      for (const { root } of blocks) {
        const together = [...truth.values()].filter((members) => members.includes(root)).flat();
        const total = new Set([root, ...together]).size;
        const { coverage } = (await readItem(table, blockKey(shop, root))) ?? {};
        expect(coverage).toEqual({ state: 'complete', guarded: total, total });
      }
    },
  };
}

describe.each(usualEngines())('a block that crosses link events on %s', (engine) => {
  const table = useTable(engine);
  // AWS's own emulator takes ten times as long for a call, and the order of calls is ours on both.
  const times = (numRuns: number) => ({ numRuns: engine === 'dynoxide' ? numRuns : Math.ceil(numRuns / 20) });
  let run = 0;

  it('leaves nobody unguarded, and nobody guarded who has left', async () => {
    const property = fc.asyncProperty(
      membership,
      membership,
      membership,
      turns,
      async (first, second, third, order) => {
        const { shop, link, block, expectDenials } = createScene((run += 1));
        await createLinkWorld(table).openShop(shop);
        await link('g', first, 1)(table);

        await interleave(table, [block('r'), link('g', second, 2), link('g', third, 3)], order);
        await expectDenials(table, ['r'], { g: third });
      },
    );
    await fc.assert(property, times(200));
  });

  it('holds for two roots and two groups as well', async () => {
    const property = fc.asyncProperty(
      membership,
      membership,
      membership,
      turns,
      async (first, second, other, order) => {
        const { shop, link, block, expectDenials } = createScene((run += 1));
        await createLinkWorld(table).openShop(shop);
        await link('g', first, 1)(table);

        await interleave(table, [block('r'), block('a'), link('g', second, 2), link('h', other, 1)], order);
        await expectDenials(table, ['r', 'a'], { g: second, h: other });
      },
    );
    await fc.assert(property, times(60));
  });

  it.each([
    'user_id_only',
    'linked_user_ids',
  ] as const)('goes by the newest scope, %s, whatever is still at work for earlier ones', async (last) => {
    const property = fc.asyncProperty(membership, membership, turns, async (second, third, order) => {
      const { shop, link, cover, follow, expectDenials } = createScene((run += 1));
      const world = createLinkWorld(table);
      await world.openShop(shop);
      await link('g', people, 1)(table);
      const block = await world.block(shop, `r-${run}`, last === 'user_id_only' ? 'user_id_only' : 'linked_user_ids');
      await cover(table, block);
      const changed = await world.rescope(block, last === 'user_id_only' ? 'linked_user_ids' : 'user_id_only');

      await interleave(
        table,
        [
          async (on) => follow(on, await createLinkWorld(on).rescope(block, last)),
          // Late and twice.
          (on) => follow(on, changed),
          (on) => follow(on, changed),
          (on) => cover(on, block),
          link('g', second, 2),
          link('g', third, 3),
        ],
        order,
      );
      await expectDenials(table, ['r'], last === 'user_id_only' ? {} : { g: third });
    });
    await fc.assert(property, times(60));
  });

  it('never lets the end of one block free an account that another one guards', async () => {
    const property = fc.asyncProperty(membership, turns, async (second, order) => {
      const { shop, link, block, cover, expectDenials } = createScene((run += 1));
      const world = createLinkWorld(table);
      await world.openShop(shop);
      await link('g', people, 1)(table);
      const ending = await world.block(shop, `r-${run}`);
      await cover(table, ending);

      await interleave(
        table,
        [
          async (on) => {
            await createLinkWorld(on).unblock(ending);
            await cleanMarkers(on, ending, undefined, undefined, { deliver: delivered });
          },
          // The same event, given to two consumers at once.
          link('g', second, 2),
          link('g', second, 2),
          block('a'),
          // A late copy of the ended block's event.
          (on) => cover(on, ending),
        ],
        order,
      );
      await expectDenials(table, ['a'], { g: second });
    });
    await fc.assert(property, times(40));
  });

  it('guards everybody of a block whose removal was undone, whatever is still at work for it', async () => {
    const property = fc.asyncProperty(membership, membership, turns, async (second, third, order) => {
      const { shop, link, cover, expectDenials } = createScene((run += 1));
      const world = createLinkWorld(table);
      await world.openShop(shop);
      await link('g', people, 1)(table);
      const block = await world.block(shop, `r-${run}`);
      await cover(table, block);
      await world.unblock(block);

      await interleave(
        table,
        [
          async (on) => followBlock(on, await createLinkWorld(on).restore(block), { deliver: delivered }),
          // Late and twice.
          (on) => followRemoval(on, block, { deliver: delivered }),
          (on) => followRemoval(on, block, { deliver: delivered }),
          (on) => cover(on, block),
          link('g', second, 2),
          link('g', third, 3),
        ],
        order,
      );
      await expectDenials(table, ['r'], { g: third });
    });
    await fc.assert(property, times(60));
  });
});
