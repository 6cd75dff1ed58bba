import { beforeEach, describe, expect, it } from 'vitest';
import { changeLinkGroup, coverBlock } from '../../../builders/worlds/link-work.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';
import { useTable } from '../../../builders/engines/table.ts';

const shop = 'shop-1';

describe.each(usualEngines())('a cover that ended in the dead letters on %s', (engine) => {
  const table = useTable(engine);
  const world = createLinkWorld(table);
  const link = (buyerIds: readonly string[], revision: number) =>
    changeLinkGroup(table, buildClock(), { groupId: 'g', buyerIds, revision });
  beforeEach(() => world.openShop(shop));

  it('says so until it is redriven, and is complete then, with whoever has come and gone meanwhile', async () => {
    const members = buyersNamed('m', 60);
    await link(['r', ...members], 1);
    const block = await world.block(shop, 'r');
    let transactions = 0;
    const failing = interceptTable(table, async (command, perform) => {
      // What makes sure of the block, and the first accounts; the rest fails at each attempt.
      if (command === 'TransactWriteCommand' && (transactions += 1) > 3) throw new Error('down');
      return perform();
    });
    await expect(coverBlock(failing, block)).rejects.toThrow('down');
    await expect(coverBlock(failing, block)).rejects.toThrow('down');
    expect(await world.coverage(block)).toMatchObject({ state: 'applying', total: 61 });

    const now = [...members.slice(1), 'late'];
    await link(['r', ...now], 2);
    expect(await world.coverage(block)).toMatchObject({ state: 'applying' });
    await coverBlock(table, block);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 61, total: 61 });
    expect(await world.denied(shop, ['m-0', ...now])).toEqual(now);
    await link(['r', ...now, 'later'], 3);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 62, total: 62 });
  });
});
