import { beforeEach, describe, expect, it } from 'vitest';
import { buildStepQueue, changeLinkGroup, coverBlock } from '../../../builders/worlds/link-work.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { groupKey, markerKey, memberKey } from '../../../../shared/table/keys.ts';
import { buildClock } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

const shop = 'shop-1';
const clock = buildClock();
const member = (buyer: string) => ({ ...memberKey('g', buyer), buyerId: buyer, state: 'member' });

/** The table, with somebody else at work before the nth call of a kind. */
function disturbed(table: Table, kind: string, before: (nth: number) => Promise<void> | undefined): Table {
  let count = 0;
  return interceptTable(table, async (command, perform) => {
    if (command === kind) await before((count += 1));
    return perform();
  });
}

describe.each(usualEngines())('a link event that is interrupted on %s', (engine) => {
  const table = useTable(engine);
  const world = createLinkWorld(table);
  const link = (on: Table, buyerIds: readonly string[], revision: number, queue = buildStepQueue()) =>
    changeLinkGroup(on, clock, { groupId: 'g', buyerIds, revision }, { queue });
  beforeEach(() => world.openShop(shop));

  it.each([
    ['before its membership is committed', 2],
    ['before it is done', 3],
  ])('stops when a higher revision comes %s', async (_, transaction) => {
    await link(table, ['r', 'a'], 1);
    const higher = { ...groupKey('g'), revision: 9, appliedRevision: 1, members: 2 };
    const other = disturbed(table, 'TransactWriteCommand', (nth) =>
      nth === transaction ? putItems(table, higher) : undefined,
    );

    expect(await link(other, ['r'], 2)).toBe('superseded');
    expect((await readItem(table, groupKey('g')))?.['appliedRevision']).toBe(1);
  });

  it('plans anew when a row has changed, and then trusts no row to be new or old', async () => {
    await link(table, ['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    const other = disturbed(table, 'TransactWriteCommand', (nth) =>
      nth === 2 ? putItems(table, member('b')) : undefined,
    );

    expect(await link(other, ['r', 'a', 'b'], 2)).toBe('applied');
    expect(await world.denied(shop, ['a', 'b'])).toEqual(['a', 'b']);
    await coverBlock(table, block);
    expect(await world.coverage(block)).toMatchObject({ state: 'complete' });
  });

  it.each([
    [
      'its head',
      (nth: number) => putItems(table, { ...groupKey('g'), revision: nth, appliedRevision: nth, members: 0 }),
    ],
    [
      'its rows',
      (nth: number) =>
        nth === 1 ? undefined : putItems(table, { ...member('b'), state: nth % 2 ? 'leaving' : 'member' }),
    ],
  ])('asks for another delivery when others keep changing %s', async (_, change) => {
    await link(table, ['r'], 0);
    // Wanted whenever its row says that it leaves, and the other way round.
    const other = disturbed(table, 'TransactWriteCommand', change);

    await expect(link(other, ['r', 'b'], 100)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('asks for another delivery when a marker keeps changing', async () => {
    await link(table, ['r', 'a'], 1);
    await coverBlock(table, await world.block(shop, 'r'));
    const marker = (await readItem(table, markerKey(shop, 'a'))) ?? {};
    const other = disturbed(table, 'TransactWriteCommand', (nth) =>
      nth > 4 ? putItems(table, { ...markerKey(shop, 'a'), ...marker, revision: 100 + nth }) : undefined,
    );

    const queue = buildStepQueue();
    await expect(link(other, ['r'], 2, queue)).rejects.toMatchObject({ code: 'unavailable' });
    expect(queue.waiting).toHaveLength(1);
    expect(await link(table, ['r'], 2, queue)).toBe('ignored');
    expect(await world.denied(shop, ['a'])).toEqual([]);
  });

  it.each([
    3, 4, 5, 6, 7,
  ])('keeps an account guarded that joins again while it is being freed, before write %i', async (at) => {
    await link(table, ['r', 'a'], 1);
    await coverBlock(table, await world.block(shop, 'r'));
    // After the head and the membership: the coverage, the end of the event, and what frees, on what was read before the account came back.
    const other = disturbed(table, 'TransactWriteCommand', async (nth) => {
      if (nth === at) await link(table, ['r', 'a'], 3);
    });

    await link(other, ['r'], 2);
    expect(await world.denied(shop, ['a'])).toEqual(['a']);
  });

  it.each([3, 4, 5])('guards nobody new for a block that ends meanwhile, before write %i', async (at) => {
    await link(table, ['r', 'a'], 1);
    const block = await world.block(shop, 'r');
    const other = disturbed(table, 'TransactWriteCommand', (nth) => (nth === at ? world.unblock(block) : undefined));

    expect(await link(other, ['r', 'a', 'b'], 2)).toBe('applied');
    expect(await readItem(table, markerKey(shop, 'b'))).toBeUndefined();
  });

  it.each([
    2, 3, 4, 5, 6, 7, 8,
  ])('goes on where it was when it is delivered again, having died before write %i', async (at) => {
    const members = ['r', ...buyersNamed('m', 60)];
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    const queue = buildStepQueue();
    // The head, two parts of the membership, the coverage, the end of the event, two parts of the markers, the coverage.
    const dying = disturbed(table, 'TransactWriteCommand', (nth) => {
      if (nth === at) throw new Error('the process died');
      return undefined;
    });
    await expect(link(dying, members, 1, queue)).rejects.toThrow('the process died');
    expect(await world.coverage(block)).not.toMatchObject({ state: 'complete', total: 61 });
    if (at > 4) expect(await world.coverage(block)).toMatchObject({ state: 'applying', total: 61 });

    expect(await link(table, members, 1, queue)).toBe(at > 5 ? 'ignored' : 'applied');
    expect(await world.denied(shop, members)).toEqual(members);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 61, total: 61 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('counts those out who left when it dies after its write %i', async (writes) => {
    await link(table, ['r', 'a', 'b'], 1);
    const block = await world.block(shop, 'r');
    await coverBlock(table, block);
    let done = 0;
    const dying = interceptTable(table, async (command, perform) => {
      if (command !== 'TransactWriteCommand') return perform();
      if (done === writes) throw new Error('the process died');
      done += 1;
      return perform();
    });
    const queue = buildStepQueue();
    await link(dying, [], 2, queue).catch((error: unknown) =>
      expect(error).toMatchObject({ message: 'the process died' }),
    );

    await link(table, [], 2, queue);
    expect(await world.coverage(block)).toEqual({ state: 'complete', guarded: 1, total: 1 });
    expect(await world.denied(shop, ['a', 'b'])).toEqual([]);
  });
});
