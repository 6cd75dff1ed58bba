import { beforeEach, describe, expect, it } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { blockEvent } from '../../../../../shared/block-list/block-event.ts';
import { toBlock } from '../../../../../shared/block-list/items.ts';
import { changeBlock } from '../../../../../shared/block-list/rules.ts';
import type { Block, BlockScope } from '../../../../../shared/block-list/rules.ts';
import { createBlockListStore } from '../../../../../shared/block-list/store.ts';
import { changeLinkGroup, cleanMarkers, coverBlock, followScope } from '../../../../builders/worlds/link-work.ts';
import type { MarkedBlock } from '../../../../../shared/coverage/marked-block.ts';
import * as keys from '../../../../../shared/table/keys.ts';
import { newUlid } from '../../../../../shared/table/ulid.ts';
import { buildRemoved } from '../../../../builders/items/block-list.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { engines } from '../../../../builders/engines/engines.ts';
import { useTable } from '../../../../builders/engines/table.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';
import { alertIds, createIngestWorld, inbound, second } from '../../../../builders/worlds/ingest-world.ts';
import { createLinkWorld } from '../../../../builders/worlds/link-world.ts';

// Seconds from noon: the block covers linked accounts in two periods, and is removed.
const [begun, inFirst, narrowedAt, between, widenedAt, inSecond, ended] = [-600, -550, -500, -450, -400, -350, -300];
const at = (seconds: number) => noon + seconds * 1000;

describe.each(engines())('an order of a linked account of a block whose scope changes, on %s,', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const world = createIngestWorld(table, clock);
  const links = createLinkWorld(table);
  const blocks = createBlockListStore(table);
  const scope = platformScope('shop', 'test');
  const image = async (): Promise<Block> => toBlock((await readItem(table, keys.blockKey('shop', 'root'))) ?? {});

  async function begin(widest: BlockScope): Promise<MarkedBlock> {
    const block = await links.block('shop', 'root', widest);
    for (const key of [keys.blockKey('shop', 'root'), keys.blockedByKey('root', 'shop')])
      await putItems(table, { ...key, ...(await readItem(table, key)), createdAt: at(begun) });
    await coverBlock(table, block);
    return block;
  }

  /** As the route does it, then as the consumer does, unless its event has not come yet. */
  async function rescope(block: MarkedBlock, to: BlockScope, seconds: number, isFollowed = true): Promise<void> {
    const before = await image();
    const after = changeBlock(before, { scope: to }, at(seconds)) as Block;
    const event = blockEvent('Block Changed', newUlid(), scope, after, at(seconds), before);
    expect(await blocks.change(scope, before, after, { event, now: at(seconds) })).toBe(true);
    if (isFollowed)
      await followScope(table, { ...block, scope: to, scopeBefore: before.scope }, buildClock(at(seconds + 2)));
  }

  /** Both periods are over, and the block with them. */
  async function end(block: MarkedBlock): Promise<void> {
    const present = await image();
    const event = blockEvent('Buyer Unblocked', newUlid(), scope, present, at(ended));
    expect(await blocks.remove(scope, buildRemoved(present, at(ended)), { event, now: at(ended) })).toBe(true);
    await cleanMarkers(table, { ...block, scope: present.scope });
  }

  async function flagged(buyerId: string, seconds: number): Promise<boolean> {
    const orderId = `${buyerId}-${-seconds}`;
    const placed = inbound.order('UNPAID', seconds, { orderId, buyerId, createdAt: second(seconds) });
    await world.deliver(placed, placed);
    return (await world.alert(alertIds.order(orderId))) !== undefined;
  }
  const flags = async (buyerId: string) => {
    const all: boolean[] = [];
    for (const seconds of [begun - 1, inFirst, between, inSecond]) all.push(await flagged(buyerId, seconds));
    return all;
  };

  beforeEach(async () => {
    clock.time = noon;
    await putItems(table, accessItem('shop', { since: at(-3600) }), { ...keys.ledgerKey('shop'), blocks: {} });
    await changeLinkGroup(table, buildClock(at(begun)), { groupId: 'g', buyerIds: ['root', 'friend'], revision: 1 });
  });

  it.each([
    ['while it stands', async () => undefined],
    ['after its end', end],
  ])('is inside it where it covered them then, told of %s; the root always is', async (_, finish) => {
    const block = await begin('linked_user_ids');
    await rescope(block, 'user_id_only', narrowedAt);
    await rescope(block, 'linked_user_ids', widenedAt);
    await finish(block);
    expect(await flags('friend')).toEqual([false, true, false, true]);
    expect(await flags('root')).toEqual([false, true, true, true]);
  });

  it('is not inside it when it was made before a widening, nor after a narrowing', async () => {
    const block = await begin('user_id_only');
    await rescope(block, 'linked_user_ids', narrowedAt);
    await rescope(block, 'user_id_only', widenedAt);
    expect(await flags('friend')).toEqual([false, false, true, false]);
    expect(await flags('root')).toEqual([false, true, true, true]);
  });

  it('is judged alike before anybody has followed the changes', async () => {
    const block = await begin('linked_user_ids');
    await rescope(block, 'user_id_only', narrowedAt, false);
    expect(await flags('friend')).toEqual([false, true, false, false]);
  });

  it('is free after the account has left, whatever the block covers by then', async () => {
    const block = await begin('linked_user_ids');
    await rescope(block, 'user_id_only', narrowedAt);
    await changeLinkGroup(table, buildClock(at(between)), { groupId: 'g', buyerIds: ['root'], revision: 2 });
    await rescope(block, 'linked_user_ids', widenedAt);
    expect(await flags('friend')).toEqual([false, true, false, false]);
  });
});
