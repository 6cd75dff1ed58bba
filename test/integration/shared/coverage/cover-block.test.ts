import { beforeEach, describe, expect, it } from 'vitest';
import type { Coverage } from '../../../../shared/block-list/rules.ts';
import { changeLinkGroup as changeGroup } from '../../../../shared/coverage/change-link-group.ts';
import { rowsAPage } from '../../../../shared/link-groups/member-row-store.ts';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import {
  buildStepQueue,
  changeLinkGroup,
  cleanMarkers,
  coverageDeps,
  coverBlock,
  toTheEnd,
} from '../../../builders/worlds/link-work.ts';
import { createLinkStore } from '../../../../shared/coverage/store.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { blockedByKey, blockKey, markerKey } from '../../../../shared/table/keys.ts';
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
    changeLinkGroup(table, buildClock(now), { groupId: 'g', buyerIds, revision });
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
    await link(['r', ...buyersNamed('m', 299)], 1);
    const block = await world.block(shop, 'r');
    const seen: unknown[] = [];
    const watched = interceptTable(table, async (_, perform) => {
      const reply = await perform();
      seen.push(await world.coverage(block));
      return reply;
    });
    await coverBlock(watched, block);

    expect(seen).toContainEqual({ state: 'applying', guarded: 197, total: 300 });
    expect(seen.at(-1)).toEqual({ state: 'complete', guarded: 300, total: 300 });
  });

  it('is complete at once for a root that is linked to nobody', async () => {
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1, total: 1 });
  });

  it('does nothing twice', async () => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    await coverBlock(table, block);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 2, total: 2 });
  });

  it('does nothing for a block that has ended, also when its event arrives last', async () => {
    await link(['r', 'a'], 1);
    const ended = await world.block(shop, 'r');
    await world.unblock(ended);
    await cleanMarkers(table, ended);
    await coverBlock(table, ended);
    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
  });

  it.each([
    ['before it reads the block', 'BatchGetCommand', 1],
    ['before it guards', 'TransactWriteCommand', 2],
    ['before it says so', 'TransactWriteCommand', 3],
  ])('stops when the block ends %s', async (_, kind, nth) => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    const end = async () => {
      await world.unblock(block);
      await cleanMarkers(table, block);
    };
    await coverBlock(when(kind, nth, end), block);

    expect(await readItem(table, blockKey(shop, 'r'))).toBeUndefined();
    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
  });

  it('guards nobody of a group that the root leaves meanwhile', async () => {
    await link(['r', 'a', 'b'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(
      when('TransactWriteCommand', 2, () => link(['a', 'b'], 2)),
      block,
    );

    expect(await world.denied(shop, ['r', 'a', 'b'])).toEqual(['r']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1, total: 1 });
  });

  it('guards those who remain when one leaves meanwhile', async () => {
    await link(['r', 'a', 'b'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(
      when('TransactWriteCommand', 2, () => link(['r', 'b'], 2)),
      block,
    );

    expect(await world.denied(shop, ['r', 'a', 'b'])).toEqual(['r', 'b']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 2, total: 2 });
  });

  it('says no more than what is so when groups overlap', async () => {
    const many = buyersNamed('m', rowsAPage);
    await link(['r', ...many], 1);
    await changeLinkGroup(table, buildClock(), { groupId: 'h', buyerIds: ['r', ...many], revision: 1 });
    await changeLinkGroup(table, buildClock(), { groupId: 'i', buyerIds: ['r', 'last'], revision: 1 });
    const block = await world.block(shop, 'r');
    const seen: Coverage[] = [];
    const watched = interceptTable(table, async (_, perform) => {
      const reply = await perform();
      seen.push((await world.coverage(block)) as Coverage);
      return reply;
    });
    await coverBlock(watched, block);
    const early = seen.filter(({ state, guarded }) => state === 'applying' && guarded > rowsAPage + 1);
    expect(early).toEqual([]);
    expect(seen.at(-1)).toEqual({ state: 'complete', guarded: rowsAPage + 2, total: rowsAPage + 2 });
  });

  it('is not complete before a link event is that came meanwhile', async () => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    const queue = buildStepQueue();
    await changeGroup(coverageDeps(table, queue, buildClock()), {
      groupId: 'g',
      buyerIds: ['r', 'a', 'b'],
      revision: 2,
    });
    expect(queue.waiting).toHaveLength(1);
    await coverBlock(table, block);
    expect(await world.coverage(block)).toEqual({ state: 'applying', guarded: 2, total: 3 });
    expect(await world.denied(shop, ['a', 'b'])).toEqual(['a', 'b']);
    await toTheEnd(table, () => Promise.resolve(), { queue });
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });
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

    await coverBlock(table, block);
    const item = await readItem(table, blockKey(shop, 'r'));
    expect(item).toMatchObject({ blockId: block.blockId, buyerId: 'r', reason: 'order_abuse' });
    for (const personal of ['username', 'avatarUrl', 'note']) expect(item).not.toHaveProperty(personal);
  });

  it('leaves the name of a buyer alone who was not erased, and that of a later block', async () => {
    const first = await world.block(shop, 'r', 'user_id_only');
    await coverBlock(table, first);
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
    await cleanMarkers(table, block);
    expect(await readItem(table, markerKey(shop, 'r'))).toBeUndefined();
  });

  it('leaves the entry of a later block of the same root alone', async () => {
    await link(['r', 'a'], 1);
    const first = await world.block(shop, 'r');
    await coverBlock(table, first);
    await world.unblock(first);
    const second = await world.block(shop, 'r');
    await coverBlock(table, second);
    await cleanMarkers(table, first);

    expect(await world.denied(shop, ['r', 'a'])).toEqual(['r', 'a']);
  });

  it('guards nobody new for a block that expired long ago, but still frees who leaves', async () => {
    await link(['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    const row = await readItem(table, blockedByKey('r', shop));
    await putItems(table, { ...blockedByKey('r', shop), ...row, expiresAt: noon });
    await link(['r', 'b'], 2, noon + day);

    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
    expect(await readItem(table, markerKey(shop, 'b'))).toBeUndefined();
  });
});
