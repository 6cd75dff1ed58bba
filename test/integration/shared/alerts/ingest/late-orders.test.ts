import type { DynamoDBStreamEvent } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { opsScope, platformScope } from '../../../../../shared/access/scope.ts';
import { setAccess } from '../../../../../shared/access/set-access.ts';
import { createAccessStore } from '../../../../../shared/access/store.ts';
import { blockEvent } from '../../../../../shared/block-list/block-event.ts';
import { never } from '../../../../../shared/block-list/rules.ts';
import type { Block } from '../../../../../shared/block-list/rules.ts';
import { createBlockListStore } from '../../../../../shared/block-list/store.ts';
import { changeLinkGroup, cleanMarkers, coverBlock, toTheEnd } from '../../../../builders/worlds/link-work.ts';
import { cleanExpired } from '../../../../../shared/coverage/clean-expired.ts';
import type { MarkedBlock } from '../../../../../shared/coverage/marked-block.ts';
import * as keys from '../../../../../shared/table/keys.ts';
import { transact } from '../../../../../shared/table/transact.ts';
import { newUlid } from '../../../../../shared/table/ulid.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { alertIds, createIngestWorld, inbound, second } from '../../../../builders/worlds/ingest-world.ts';
import { interceptTable } from '../../../../builders/engines/intercepted-table.ts';
import { buildRemoved } from '../../../../builders/items/block-list.ts';
import { buildContext } from '../../../../builders/items/lambda-context.ts';
import { createLinkWorld } from '../../../../builders/worlds/link-world.ts';
import { interleaved } from '../../../../builders/fakes/scripted-table.ts';
import type { SentCommand } from '../../../../builders/fakes/scripted-table.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { buildReplacement, buildRemoval } from '../../../../builders/items/stream-event.ts';
import { useTable } from '../../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';

// Seconds from noon.
const [begun, inside, ended, between] = [-60, -30, -10, -5];
const at = (seconds: number) => noon + seconds * 1000;
const day = 86_400_000;

describe.each(usualEngines())('an order whose event comes when its block is over, on %s,', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const world = createIngestWorld(table, clock);
  let deliverTo = world;
  const links = createLinkWorld(table);
  const scope = platformScope('shop', 'test');
  const link = (buyerIds: readonly string[], revision: number, seconds = begun) =>
    changeLinkGroup(table, buildClock(at(seconds)), { groupId: 'g', buyerIds, revision });
  const image = async () => (await readItem(table, keys.blockKey('shop', 'root'))) ?? {};

  /** A block on all accounts of the root, which the gate did not enforce. */
  async function begin(expiresAt = never): Promise<MarkedBlock> {
    const block = await links.block('shop', 'root');
    for (const key of [keys.blockKey('shop', 'root'), keys.blockedByKey('root', 'shop')])
      await putItems(table, { ...key, ...(await readItem(table, key)), createdAt: at(begun), expiresAt });
    await coverBlock(table, block);
    return block;
  }
  async function remove(now = at(ended)): Promise<void> {
    const block = (await image()) as unknown as Block;
    const event = blockEvent('Buyer Unblocked', newUlid(), scope, block, now);
    expect(await createBlockListStore(table).remove(scope, buildRemoved(block, now), { event, now })).toBe(true);
  }
  /** As the TTL does, or a sweep of the ledger: what of a block is gone, and nothing has followed yet. */
  const lose = (key: keys.Key) => transact(table, { lost: { delete: key } });
  const clean = async (event: DynamoDBStreamEvent) =>
    expect(await toTheEnd(table, (deps) => cleanExpired(deps)(event, buildContext()))).toEqual({
      batchItemFailures: [],
    });
  const openShop = () =>
    putItems(table, accessItem('shop', { since: at(-600) }), { ...keys.ledgerKey('shop'), blocks: {} });
  const access = (state: 'active' | 'terminated', seconds: number) =>
    setAccess(
      { store: createAccessStore(table), newId: newUlid },
      opsScope('ops'),
      'shop',
      { change: { state, timeZone: 'UTC' } },
      at(seconds),
    );

  /** Delivers orders of these buyers made then, and whether each became an alert, and only one. */
  async function flagged(seconds: number, ...buyers: readonly string[]): Promise<readonly boolean[]> {
    const flags: boolean[] = [];
    for (const buyerId of buyers) {
      const orderId = `${buyerId}-${-seconds}`;
      const placed = inbound.order('UNPAID', seconds, { orderId, buyerId, createdAt: second(seconds) });
      await deliverTo.deliver(placed, placed);
      const alert = await world.alert(alertIds.order(orderId));
      const reasons = [buyerId === 'root' ? 'order_inside_block' : 'high_risk_buyer'];
      if (alert) expect(alert).toMatchObject({ revision: 1, reasons });
      flags.push(alert !== undefined);
    }
    return flags;
  }

  beforeEach(async () => {
    clock.time = noon + day;
    deliverTo = world;
    await openShop();
    await link(['root', 'friend'], 1);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'was removed and cleaned up behind',
      async () => {
        const block = await begin();
        await remove();
        await cleanMarkers(table, block);
      },
    ],
    [
      'was removed and made again before it was cleaned up behind',
      async () => {
        const block = await begin();
        await remove();
        await coverBlock(table, await links.block('shop', 'root'));
        await cleanMarkers(table, block);
      },
    ],
    ['has expired and is still there', () => begin(at(ended))],
    [
      'has expired and was deleted',
      async () => {
        await begin(at(ended));
        await lose(keys.blockKey('shop', 'root'));
      },
    ],
    [
      'has expired, was deleted and cleaned up behind',
      async () => {
        const old = await begin(at(ended)).then(image);
        for (const key of [keys.blockKey('shop', 'root'), keys.blockedByKey('root', 'shop')]) await lose(key);
        await clean(buildRemoval(old));
      },
    ],
    [
      'has expired and was made again',
      async () => {
        const old = await begin(at(ended)).then(image);
        await openShop();
        const again = await links.block('shop', 'root');
        await clean(buildReplacement(old, await image()));
        await coverBlock(table, again);
      },
    ],
    [
      'covered a group that is dissolved',
      async () => {
        const block = await begin();
        await remove();
        await cleanMarkers(table, block);
        await link([], 2, between);
      },
    ],
  ])('is an alert, once, when the block %s', async (_, happens) => {
    await happens();
    expect(await flagged(inside, 'root', 'friend')).toEqual([true, true]);
    expect(await flagged(begun - 1, 'root', 'friend')).toEqual([false, false]);
    expect(await flagged(between, 'root', 'friend')).toEqual([false, false]);
    expect(await eventsOf(table, 'shop', 'Alert Raised', 'Alert Changed')).toHaveLength(2);
  });

  it.each([
    ['has expired and is gone', at(between + 1), () => lose(keys.blockKey('shop', 'root'))],
    ['was removed later', never, () => remove(at(between + 1))],
  ])('is an alert when its buyer has left the group of a block that %s', async (_, expiresAt, happens) => {
    await begin(expiresAt);
    await link(['root'], 2, ended);
    await happens();
    await lose(keys.blockedByKey('root', 'shop'));
    expect(await readItem(table, keys.markerKey('shop', 'friend'))).toBeUndefined();
    expect(await flagged(inside, 'friend')).toEqual([true]);
    expect(await flagged(begun - 1, 'friend')).toEqual([false]);
    expect(await flagged(between, 'friend')).toEqual([false]);
  });

  it('is an alert when the root has left the group, and the block goes on for the root', async () => {
    await begin();
    await link(['friend'], 2, ended);
    expect(await flagged(inside, 'root', 'friend')).toEqual([true, true]);
    expect(await flagged(between, 'root', 'friend')).toEqual([true, false]);
  });

  it('is an alert of a linked account also while a later block takes the place of an expired one', async () => {
    await begin(at(ended));
    await openShop();
    await links.block('shop', 'root');
    expect(await flagged(inside, 'friend')).toEqual([true]);
    expect(await flagged(between, 'friend')).toEqual([false]);
  });

  it('is an alert when the access ended and was granted again, but not if it was made in between', async () => {
    await begin();
    await access('terminated', ended);
    expect(await flagged(inside - 1, 'root', 'friend')).toEqual([false, false]);
    await access('active', between);
    expect(await flagged(inside, 'root', 'friend')).toEqual([true, true]);
    expect(await flagged(ended + 1, 'root', 'friend')).toEqual([false, false]);
    expect(await flagged(between, 'root', 'friend')).toEqual([true, true]);
    expect(await flagged(begun - 1, 'root')).toEqual([false]);

    // What is told in many pages is told all the same.
    const inPages = ({ name, input }: SentCommand) => {
      if (name === 'QueryCommand' && 'Limit' in input) Object.assign(input, { Limit: 2 });
    };
    deliverTo = createIngestWorld(interleaved(table, inPages), clock);
    expect(await flagged(inside - 1, 'root', 'friend')).toEqual([true, true]);
    expect(await flagged(ended + 2, 'root', 'friend')).toEqual([false, false]);
  });

  it.each([
    0, 1,
  ])('is an alert also when the clean-up dies after %i writes, and when it is done again', async (writes) => {
    const block = await begin();
    await remove();
    let left = writes;
    const dying = interceptTable(table, (command, perform) =>
      command === 'TransactWriteCommand' && left-- <= 0 ? Promise.reject(new Error('dead')) : perform(),
    );
    await expect(cleanMarkers(dying, block)).rejects.toThrow('dead');
    expect(await flagged(inside, 'root', 'friend')).toEqual([true, true]);
    await cleanMarkers(table, block);
    expect(await flagged(inside - 1, 'root', 'friend')).toEqual([true, true]);
  });

  it('leaves nothing for the gate to confirm, and what it leaves for the others ends', async () => {
    const block = await begin();
    await remove();
    await cleanMarkers(table, block, {}, buildClock(at(ended)));
    for (const buyer of ['root', 'friend']) {
      expect(await readItem(table, keys.markerKey('shop', buyer))).toBeUndefined();
      const {
        pk: _pk,
        sk: _sk,
        ...past
      } = (await readItem(table, keys.pastEntryKey('shop', buyer, block.blockId))) ?? {};
      expect(past).toEqual({ root: 'root', blockId: block.blockId, ttl: (at(ended) + 15 * day) / 1000 });
    }
  });
});
