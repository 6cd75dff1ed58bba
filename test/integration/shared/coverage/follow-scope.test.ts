import { beforeEach, describe, expect, it } from 'vitest';
import { changeLinkGroup, cleanMarkers, coverBlock, followScope } from '../../../builders/worlds/link-work.ts';
import { markerKey, pastEntryKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { readItem } from '../../../builders/items/table-items.ts';

const shop = 'shop-1';

describe.each(engines())('following a change of scope on %s', (engine) => {
  const table = useTable(engine);
  const world = createLinkWorld(table);
  const link = (buyerIds: readonly string[], revision: number) =>
    changeLinkGroup(table, buildClock(), { groupId: 'g', buyerIds, revision });
  const marker = (buyer: string) => readItem(table, markerKey(shop, buyer));
  const everybody = ['r', 'a', 'b'];
  const denied = () => world.denied(shop, [...everybody, 'c']);
  const wide = async () => {
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    return block;
  };

  beforeEach(async () => {
    await world.openShop(shop);
    await link(everybody, 1);
  });

  it('frees linked accounts in the instant of the change, and takes their entries behind it', async () => {
    const block = await wide();
    expect(await denied()).toEqual(everybody);
    const narrowed = await world.rescope(block, 'user_id_only');
    expect(await denied()).toEqual(['r']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1, total: 1 });
    expect(await marker('a')).toBeDefined();
    await followScope(table, narrowed, buildClock());
    expect(await marker('a')).toBeUndefined();
    expect(await readItem(table, pastEntryKey(shop, 'a', block.blockId))).toMatchObject({
      createdAt: noon,
      until: noon + 1,
    });
    expect(await denied()).toEqual(['r']);
  });

  it('guards all linked accounts of a block that was made for one, and says how far it is', async () => {
    const members = buyersNamed('m', 60);
    await link(['r', ...members], 2);
    const block = await world.block(shop, 'r', 'user_id_only');
    await coverBlock(table, block);
    const widened = await world.rescope(block, 'linked_user_ids');
    expect(await world.coverage(block)).toEqual({ state: 'applying', guarded: 1, total: 1 });
    await followScope(table, widened);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 61, total: 61 });
    expect(await world.denied(shop, ['r', ...members])).toHaveLength(61);
    await link(['r', ...members.slice(1), 'late'], 3);
    expect(await world.denied(shop, [members[0] ?? '', 'late'])).toEqual(['late']);
  });

  it('does what the block says now, in whatever order its changes are told, and as often', async () => {
    const block = await wide();
    const narrowed = await world.rescope(block, 'user_id_only');
    const widened = await world.rescope(block, 'linked_user_ids');
    expect(await denied()).toEqual(['r']);
    for (const event of [widened, narrowed, widened, narrowed]) await followScope(table, event);
    await coverBlock(table, block);
    expect(await denied()).toEqual(everybody);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });
  });

  it('denies nobody by the entry of an earlier period who has left since', async () => {
    const block = await wide();
    await world.rescope(block, 'user_id_only');
    await link(['r', 'b'], 2);
    expect(await marker('a')).toBeUndefined();
    const widened = await world.rescope(block, 'linked_user_ids');
    await followScope(table, widened);
    expect(await denied()).toEqual(['r', 'b']);
  });

  it('guards who joins a widened block before its change has been followed', async () => {
    const block = await world.block(shop, 'r', 'user_id_only');
    const widened = await world.rescope(block, 'linked_user_ids');
    await link([...everybody, 'c'], 2);
    expect(await denied()).toEqual(['r', 'c']);
    await followScope(table, widened);
    expect(await denied()).toEqual([...everybody, 'c']);
  });

  it.each([2, 3])('is not undone by a cover of before that goes on with its write %i', async (nth) => {
    const block = await world.block(shop, 'r');
    let writes = 0;
    const slow = interceptTable(table, async (command, perform) => {
      if (command === 'TransactWriteCommand' && (writes += 1) === nth) {
        await world.rescope(block, 'user_id_only');
        await followScope(table, await world.rescope(block, 'linked_user_ids'));
        await link([...everybody, 'c'], 2);
      }
      return perform();
    });
    await coverBlock(slow, block);
    expect(await denied()).toEqual([...everybody, 'c']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 4, total: 4 });
  });

  it('cleans up behind a block that has ended before its narrowing was followed, and follows nothing else', async () => {
    const block = await wide();
    const narrowed = await world.rescope(block, 'user_id_only');
    await world.unblock(block);
    await cleanMarkers(table, { ...block, scope: 'user_id_only' });
    expect(await marker('a')).toBeDefined();
    await followScope(table, narrowed);
    expect(await marker('a')).toBeUndefined();
    await followScope(table, { ...narrowed, scopeBefore: undefined });
    await followScope(table, { ...narrowed, blockId: 'unknown' });
  });

  it('leaves alone what a later block of the same root has written', async () => {
    const old = await wide();
    const narrowed = await world.rescope(old, 'user_id_only');
    await world.unblock(old);
    await wide();
    await followScope(table, narrowed);
    expect(await denied()).toEqual(everybody);
  });
});
