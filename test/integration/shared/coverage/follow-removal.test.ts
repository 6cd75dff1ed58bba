import { beforeEach, describe, expect, it } from 'vitest';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { markerKey, pastEntryKey, removedBlockKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { changeLinkGroup, coverBlock, followBlock, followRemoval } from '../../../builders/worlds/link-work.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';

describe.each(engines())('a block that comes back on %s', (engine) => {
  const table = useTable(engine);
  const world = createLinkWorld(table);
  const link = (buyerIds: readonly string[], revision: number) =>
    changeLinkGroup(table, buildClock(), { groupId: 'g', buyerIds, revision });
  const marker = (buyer: string) => readItem(table, markerKey(shop, buyer));
  const everybody = ['r', 'a', 'b'];
  const denied = () => world.denied(shop, [...everybody, 'c']);
  const covered = async () => {
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    return block;
  };

  beforeEach(async () => {
    await world.openShop(shop);
    await link(everybody, 1);
  });

  it('guards its root from the write on, and linked accounts once it is followed', async () => {
    const block = await covered();
    await world.unblock(block);
    await followRemoval(table, block);
    expect(await denied()).toEqual([]);
    const restored = await world.restore(block);
    expect(await denied()).toEqual(['r']);
    expect(await world.coverage(block)).toEqual({ state: 'applying', guarded: 1, total: 1 });
    await followBlock(table, restored);
    expect(await denied()).toEqual(everybody);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });
  });

  it.each([
    ['user_id_only', ['r']],
    ['linked_user_ids', everybody],
  ] as const)('stays guarded with %s when its removal is followed late, and twice', async (scope, guarded) => {
    const block = await world.block(shop, 'r', scope);
    await coverBlock(table, block);
    await world.unblock(block);
    const restored = await world.restore(block);
    expect(await denied()).toEqual(['r']);
    await followRemoval(table, block);
    await followBlock(table, restored);
    await followRemoval(table, block);
    expect(await denied()).toEqual(guarded);
  });

  it('is free again after another removal, whatever is still told of the one before', async () => {
    const block = await covered();
    await world.unblock(block);
    const restored = await world.restore(block);
    await world.unblock(block);
    for (const follow of [followRemoval, followBlock, followRemoval, coverBlock]) await follow(table, restored);
    expect(await denied()).toEqual([]);
    for (const buyer of everybody) expect(await marker(buyer)).toBeUndefined();
  });

  it('guards who has joined in between, and frees who has left', async () => {
    const block = await covered();
    await world.unblock(block);
    await link(['r', 'b', 'c'], 2);
    await followBlock(table, await world.restore(block));
    expect(await denied()).toEqual(['r', 'b', 'c']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });
  });

  it('says of each account until when it was covered before', async () => {
    const block = await covered();
    await world.unblock(block);
    await followRemoval(table, block);
    expect(await readItem(table, pastEntryKey(shop, 'a', block.blockId))).toMatchObject({ until: noon });
  });

  it('is not undone by a cover of before its removal that goes on, however large the group', async () => {
    const members = buyersNamed('m', 120);
    await link(['r', ...members], 2);
    const block = await world.block(shop, 'r');
    let writes = 0;
    const slow = interceptTable(table, async (command, perform) => {
      if (command === 'TransactWriteCommand' && (writes += 1) === 4) {
        await world.unblock(block);
        await followRemoval(table, block);
        await followBlock(table, await world.restore(block));
      }
      return perform();
    });
    await coverBlock(slow, block);
    expect(await world.denied(shop, ['r', ...members])).toHaveLength(121);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 121, total: 121 });
  });

  it('is left with no words once its buyer is erased while the removal is written', async () => {
    const block = await covered();
    await world.unblock(block);
    const words = async () => JSON.stringify(await readItem(table, removedBlockKey('r', shop)));
    await followRemoval(table, block);
    expect(await words()).toContain('ada');
    await createProfileStore(table).erase('r', noon);
    await followRemoval(table, block);
    expect(await words()).not.toContain('ada');
    expect(await words()).toContain(block.blockId);
  });
});
