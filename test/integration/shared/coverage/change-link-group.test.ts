import { beforeEach, describe, expect, it } from 'vitest';
import { changeLinkGroup, cleanMarkers, coverBlock } from '../../../builders/worlds/link-work.ts';
import { toLinks } from '../../../../shared/link-groups/items.ts';
import { createLinkedAccountStore } from '../../../../shared/link-groups/linked-account-store.ts';
import { batchGet } from '../../../../shared/table/batch-get.ts';
import { blockKey, groupKey, linksKey, markerKey, memberKey } from '../../../../shared/table/keys.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { readItem } from '../../../builders/items/table-items.ts';

const shop = 'shop-1';
const root = 'root';

describe.each(usualEngines())('link groups on %s', (engine) => {
  const table = useTable(engine);
  const linked = createLinkedAccountStore(table);
  const world = createLinkWorld(table);
  const link = (groupId: string, buyerIds: readonly string[], revision: number) =>
    changeLinkGroup(table, buildClock(), { groupId, buyerIds, revision });
  beforeEach(() => world.openShop(shop));

  it('guards all accounts of a group of 1,000 and says so', async () => {
    const members = [root, ...buyersNamed('member', 999)];
    expect(await link('g', members, 1)).toBe('applied');
    const block = await world.block(shop, root);
    await coverBlock(table, block);

    expect(await world.denied(shop, members)).toEqual(members);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1000, total: 1000 });
  });

  it('guards an account that joins later, and counts it', async () => {
    await link('g', [root, 'a'], 1);
    const block = await world.block(shop, root);
    await coverBlock(table, block);
    await link('g', [root, 'a', 'late'], 2);

    expect(await world.denied(shop, ['late'])).toEqual(['late']);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });
  });

  it('guards the whole group when the root itself joins', async () => {
    await link('g', ['a', 'b'], 1);
    const block = await world.block(shop, root);
    await coverBlock(table, block);
    await link('g', ['a', 'b', root], 2);

    expect(await world.denied(shop, ['a', 'b', root])).toEqual(['a', 'b', root]);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });
  });

  it('frees an account that leaves, and leaves no more of it behind than a note that ends', async () => {
    await link('g', [root, 'a', 'b'], 1);
    const block = await world.block(shop, root);
    await coverBlock(table, block);
    await link('g', [root, 'b'], 2);

    expect(await world.denied(shop, [root, 'a', 'b'])).toEqual([root, 'b']);
    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
    expect(await readItem(table, memberKey('g', 'a'))).toMatchObject({
      state: 'leaving',
      ttl: expect.any(Number) as number,
    });
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 2, total: 2 });
  });

  it('frees the group when the root leaves, but not the root', async () => {
    await link('g', [root, 'a', 'b'], 1);
    await coverBlock(table, await world.block(shop, root));
    await link('g', ['a'], 2);

    expect(await world.denied(shop, [root, 'a', 'b'])).toEqual([root]);
  });

  it('frees everybody but the root when the group dissolves', async () => {
    const members = [root, ...buyersNamed('member', 120)];
    await link('g', members, 1);
    const block = await world.block(shop, root);
    await coverBlock(table, block);
    await link('g', [], 2);

    expect(await world.denied(shop, members)).toEqual([root]);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1, total: 1 });
  });

  it('keeps an account guarded that leaves one group and shares another with the root', async () => {
    await link('g', [root, 'a'], 1);
    await link('h', [root, 'a', 'b'], 1);
    const block = await world.block(shop, root);
    await coverBlock(table, block);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 3, total: 3 });

    await link('g', [root], 2);
    expect(await world.denied(shop, ['a', 'b'])).toEqual(['a', 'b']);
    await link('h', [root, 'b'], 2);
    expect(await world.denied(shop, ['a', 'b'])).toEqual(['b']);
  });

  it('reaches one hop and no further', async () => {
    await link('g', [root, 'bridge'], 1);
    await link('h', ['bridge', 'far'], 1);
    await coverBlock(table, await world.block(shop, root));

    expect(await world.denied(shop, [root, 'bridge', 'far'])).toEqual([root, 'bridge']);
  });

  it('keeps an account under two blocks guarded until both end', async () => {
    await link('g', [root, 'other', 'a'], 1);
    const [first, second] = [await world.block(shop, root), await world.block(shop, 'other')];
    await coverBlock(table, first);
    await coverBlock(table, second);

    await world.unblock(first);
    await cleanMarkers(table, first);
    expect(await world.denied(shop, [root, 'other', 'a'])).toEqual([root, 'other', 'a']);
    await world.unblock(second);
    await cleanMarkers(table, second);
    expect(await world.denied(shop, [root, 'other', 'a'])).toEqual([]);
    expect(await readItem(table, markerKey(shop, 'a'))).toBeUndefined();
  });

  it('frees all linked accounts at once when the block is removed, before anything is cleaned', async () => {
    await link('g', [root, 'a'], 1);
    const block = await world.block(shop, root);
    await coverBlock(table, block);
    await world.unblock(block);

    expect(await world.denied(shop, [root, 'a'])).toEqual([]);
  });

  it('guards nobody but the root for a block on one ID', async () => {
    await link('g', [root, 'a'], 1);
    await coverBlock(table, await world.block(shop, root, 'user_id_only'));
    await link('g', [root, 'a', 'b'], 2);

    expect(await world.denied(shop, [root, 'a', 'b'])).toEqual([root]);
  });

  it('keeps the shops apart', async () => {
    await world.openShop('shop-2');
    await link('g', [root, 'a'], 1);
    await coverBlock(table, await world.block(shop, root));
    expect(await world.denied('shop-2', [root, 'a'])).toEqual([]);

    await world.block('shop-2', root, 'user_id_only');
    await link('g', [root, 'a', 'b'], 2);
    expect(await world.denied(shop, [root, 'a', 'b'])).toEqual([root, 'a', 'b']);
    expect(await world.denied('shop-2', [root, 'a', 'b'])).toEqual([root]);
  });

  it('ignores an event that arrives twice, or after a higher revision', async () => {
    await link('g', [root, 'a'], 2);
    expect(await link('g', [root, 'a'], 2)).toBe('ignored');
    expect(await link('g', [root, 'a', 'b'], 1)).toBe('ignored');

    expect([...(await linked.linkedAccounts(root))]).toEqual(['a']);
    expect((await readItem(table, linksKey('a')))?.['revision']).toBe(1);
  });

  it('takes a revision of 0 as any other', async () => {
    expect(await link('g', [root, 'a'], 0)).toBe('applied');
    expect(await link('g', [root, 'a'], 0)).toBe('ignored');
    expect(await readItem(table, groupKey('g'))).toMatchObject({ revision: 0, appliedRevision: 0, members: 2 });
  });

  it('counts linked accounts once, through one group or several', async () => {
    const count = async () =>
      linked.countLinkedAccounts(root, toLinks((await batchGet(table, [linksKey(root)])).get(linksKey(root))));
    expect((await count()).accounts).toBe(0);
    await link('g', [root, 'a', 'b'], 1);
    expect((await count()).accounts).toBe(2);
    await link('h', [root, 'b', 'c'], 1);
    expect((await count()).accounts).toBe(3);
  });

  it('keeps by what evidence accounts are linked, and says so on the block with each revision', async () => {
    const change = (evidence: readonly string[], revision: number) =>
      changeLinkGroup(table, buildClock(), { groupId: 'g', buyerIds: [root, 'a', 'b'], evidence, revision });
    const linksOfBlock = async () => (await readItem(table, blockKey(shop, root)))?.['links'];
    const block = await world.block(shop, root);
    await coverBlock(table, block);
    expect(await linksOfBlock()).toEqual([]);
    await change(['device', 'device', 'address book 4', 'a'], 1);
    expect(await linksOfBlock()).toEqual([{ evidence: 'device', accounts: 2 }]);
    // The members stay, and only what is known of them changes.
    await change(['payment_instrument'], 2);
    expect(await linksOfBlock()).toEqual([{ evidence: 'payment_instrument', accounts: 2 }]);
    expect(await linked.countOf(root)).toEqual({ accounts: 2, links: await linksOfBlock() });
  });

  it('works with IDs that are names elsewhere', async () => {
    const odd = ['__proto__', 'pk', 'ttl', 'constructor', 'revision'];
    await link('__proto__', odd, 1);
    const block = await world.block(shop, '__proto__');
    await coverBlock(table, block);
    expect(await world.denied(shop, odd)).toEqual(odd);
    await link('__proto__', ['__proto__', 'pk'], 2);
    expect(await world.denied(shop, odd)).toEqual(['__proto__', 'pk']);
  });
});
