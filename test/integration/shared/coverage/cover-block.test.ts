import { beforeEach, describe, expect, it } from 'vitest';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { changeLinkGroup } from '../../../../shared/coverage/change-link-group.ts';
import { cleanMarkers } from '../../../../shared/coverage/clean-markers.ts';
import { coverBlock } from '../../../../shared/coverage/cover-block.ts';
import { createLinkStore } from '../../../../shared/coverage/store.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { blockedByKey, blockKey, markerKey, memberKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

const shop = 'shop-1';
const day = 86_400_000;

describe.each(engines())('covering a block on %s', (engine) => {
  const table = useTable(engine);
  const store = createLinkStore(table);
  const world = createLinkWorld(table);
  const link = (buyerIds: readonly string[], revision: number, now = noon) =>
    changeLinkGroup(store, buildClock(now), { groupId: 'g', buyerIds, revision });
  beforeEach(() => world.openShop(shop));

  /** The table, with something that happens once, before the nth call of a kind. */
  const when = (kind: string, nth: number, happens: () => Promise<unknown>): Table => {
    let count = 0;
    return interceptTable(table, async (command, perform) => {
      if (command === kind && (count += 1) === nth) await happens();
      return perform();
    });
  };

  it('says how far it is while it is at it', async () => {
    await link(['r', ...buyersNamed('m', 99)], 1);
    const block = await world.block(shop, 'r');
    const seen: unknown[] = [];
    const watched = interceptTable(table, async (_, perform) => {
      const reply = await perform();
      seen.push(await world.coverage(block));
      return reply;
    });
    await coverBlock(createLinkStore(watched), block);

    expect(seen).toContainEqual({ state: 'applying', guarded: 50, total: 100 });
    expect(seen.at(-1)).toEqual({ state: 'complete', guarded: 100, total: 100 });
  });

  it('is complete at once for a root that is linked to nobody', async () => {
    const block = await world.block(shop, 'r');
    await coverBlock(store, block);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1, total: 1 });
  });

  it('does nothing twice', async () => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(store, block);
    await coverBlock(store, block);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 2, total: 2 });
  });

  it('does nothing for a block that has ended, also when its event arrives last', async () => {
    await link(['r', 'a'], 1);
    const ended = await world.block(shop, 'r');
    await world.unblock(ended);
    await cleanMarkers(store, ended);
    await coverBlock(store, ended);
    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
  });

  it.each([
    ['before it reads the block', 'BatchGetCommand', 1],
    ['before it guards', 'TransactWriteCommand', 2],
    ['before it says so', 'TransactWriteCommand', 4],
  ])('stops when the block ends %s', async (_, kind, nth) => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    const end = async () => {
      await world.unblock(block);
      await cleanMarkers(store, block);
    };
    await coverBlock(createLinkStore(when(kind, nth, end)), block);

    expect(await readItem(table, blockKey(shop, 'r'))).toBeUndefined();
    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
  });

  it('guards nobody of a group that the root leaves meanwhile', async () => {
    await link(['r', 'a', 'b'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(createLinkStore(when('TransactWriteCommand', 2, () => link(['a', 'b'], 2))), block);

    expect(await world.denied(shop, ['r', 'a', 'b'])).toEqual(['r']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1, total: 1 });
  });

  it('guards those who remain when one leaves meanwhile', async () => {
    await link(['r', 'a', 'b'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(createLinkStore(when('TransactWriteCommand', 2, () => link(['r', 'b'], 2))), block);

    expect(await world.denied(shop, ['r', 'a', 'b'])).toEqual(['r', 'b']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 2, total: 2 });
  });

  it('asks for another delivery when the group keeps growing', async () => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    let count = 0;
    const growing = interceptTable(table, async (command, perform) => {
      count += 1;
      if (command === 'QueryCommand') {
        await putItems(table, { ...memberKey('g', `m-${count}`), buyerId: `m-${count}`, state: 'member' });
      }
      return perform();
    });
    await expect(coverBlock(createLinkStore(growing), block)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    'user_id_only',
    'linked_user_ids',
  ] as const)('forgets a buyer of a block with scope %s whose erasure looked for blocks before this one could be seen', async (scope) => {
    const block = await world.block(shop, 'r', scope);
    const blind = interceptTable(table, (command, perform) =>
      command === 'QueryCommand' ? Promise.resolve({ Items: [] }) : perform(),
    );
    const erase = eraseBuyer({ store: createProfileStore(blind), clock: buildClock() });
    await erase({ version: 1, eventId: 'e', buyerId: 'r' });
    expect(await readItem(table, blockKey(shop, 'r'))).toHaveProperty('username');

    await coverBlock(store, block);
    const item = await readItem(table, blockKey(shop, 'r'));
    expect(item).toMatchObject({ blockId: block.blockId, buyerId: 'r', reason: 'order_abuse' });
    for (const personal of ['username', 'avatarUrl', 'note']) expect(item).not.toHaveProperty(personal);
  });

  it('leaves the name of a buyer alone who was not erased, and that of a later block', async () => {
    const first = await world.block(shop, 'r', 'user_id_only');
    await coverBlock(store, first);
    expect(await readItem(table, blockKey(shop, 'r'))).toHaveProperty('username');
    await world.unblock(first);
    const later = await world.block(shop, 'r', 'user_id_only');
    await store.coverage.scrub({ shopId: shop, root: 'r', blockId: first.blockId });
    expect(await readItem(table, blockKey(shop, 'r'))).toMatchObject({ blockId: later.blockId, username: 'ada' });
  });

  it('takes the entry of a block on one ID from its root alone', async () => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r', 'user_id_only');
    await world.unblock(block);
    await cleanMarkers(store, block);
    expect(await readItem(table, markerKey(shop, 'r'))).toBeUndefined();
  });

  it('leaves the entry of a later block of the same root alone', async () => {
    await link(['r', 'a'], 1);
    const first = await world.block(shop, 'r');
    await coverBlock(store, first);
    await world.unblock(first);
    const second = await world.block(shop, 'r');
    await coverBlock(store, second);
    await cleanMarkers(store, first);

    expect(await world.denied(shop, ['r', 'a'])).toEqual(['r', 'a']);
  });

  it('guards nobody new for a block that expired long ago, but still frees who leaves', async () => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(store, block);
    const row = await readItem(table, blockedByKey('r', shop));
    await putItems(table, { ...blockedByKey('r', shop), ...row, expiresAt: noon });
    await link(['r', 'b'], 2, noon + day);

    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
    expect(await readItem(table, markerKey(shop, 'b'))).toBeUndefined();
  });
});
