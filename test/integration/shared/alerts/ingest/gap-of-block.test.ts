import { beforeEach, describe, expect, it } from 'vitest';
import { cleanExpired } from '../../../../../shared/coverage/clean-expired.ts';
import type { MarkedBlock } from '../../../../../shared/coverage/marked-block.ts';
import { blockKey } from '../../../../../shared/table/keys.ts';
import { transact } from '../../../../../shared/table/transact.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useTable } from '../../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { knowBuyers } from '../../../../builders/items/known-buyer.ts';
import { buildContext } from '../../../../builders/items/lambda-context.ts';
import { buildRemoval } from '../../../../builders/items/stream-event.ts';
import { readItem } from '../../../../builders/items/table-items.ts';
import { alertIds, createIngestWorld, inbound, second } from '../../../../builders/worlds/ingest-world.ts';
import {
  changeLinkGroup,
  coverBlock,
  followBlock,
  followRemoval,
  toTheEnd,
} from '../../../../builders/worlds/link-work.ts';
import { buildApis } from '../../../../builders/worlds/seller-api.ts';

// Seconds from noon.
const [begun, before, removed, between, restored, after, ended, behind] = [
  -600, -500, -400, -350, -300, -200, -100, -50,
];
const ninetyDays = 90 * 86_400_000;

describe.each(usualEngines())('an order of a buyer whose block was removed and restored, on %s,', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const world = createIngestWorld(table, clock);
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const at = (seconds: number) => {
    clock.time = noon + seconds * 1000;
  };

  /** Whether orders of both accounts, made then and told of late, become alerts. */
  async function flagged(...instants: readonly number[]): Promise<readonly boolean[]> {
    const flags: boolean[] = [];
    for (const buyerId of ['b0', 'b1'])
      for (const seconds of instants) {
        const orderId = `${buyerId}-${-seconds}`;
        const placed = inbound.order('UNPAID', seconds, { orderId, buyerId, createdAt: second(seconds) });
        await world.deliver(placed, placed);
        flags.push((await world.alert(alertIds.order(orderId))) !== undefined);
      }
    return flags;
  }

  /** Blocked, removed and restored, each followed as by the consumer. */
  async function begin(earlier = 0): Promise<MarkedBlock> {
    clock.time = noon + begun * 1000 - earlier;
    await ops.set('shop');
    await knowBuyers(table, 2, 'shop');
    await changeLinkGroup(table, clock, { groupId: 'g', buyerIds: ['b0', 'b1'], revision: 1 });
    const { body } = await shop.add('b0', { scope: 'linked_user_ids' });
    const block = {
      shopId: 'shop',
      buyerId: 'b0',
      blockId: String(body['blockId']),
      scope: 'linked_user_ids',
    } as const;
    await coverBlock(table, block);
    at(removed);
    await shop.remove('b0');
    await followRemoval(table, block);
    at(restored);
    await shop.restore('b0', block.blockId);
    await followBlock(table, { ...block, removedAt: second(removed) });
    return block;
  }

  beforeEach(() => {
    clock.time = noon;
  });

  it('is inside it before the removal and after the return, and not in between', async () => {
    await begin();
    clock.time = noon;
    expect(await flagged(before, between, after)).toEqual([true, false, true, true, false, true]);
  });

  it('is so as well once it has been removed for good', async () => {
    const block = await begin();
    at(ended);
    await shop.remove('b0');
    await followRemoval(table, block);
    clock.time = noon;
    expect(await flagged(before, between, after, behind)).toEqual([true, false, true, false, true, false, true, false]);
  });

  it('is so as well once it has expired and is deleted', async () => {
    const block = await begin(ninetyDays - (ended - begun) * 1000);
    const image = (await readItem(table, blockKey('shop', 'b0'))) ?? {};
    expect(image).toMatchObject({ blockId: block.blockId, expiresAt: noon + ended * 1000 });
    clock.time = noon;
    await transact(table, { gone: { delete: blockKey('shop', 'b0') } });
    await toTheEnd(table, (deps) => cleanExpired(deps)(buildRemoval(image), buildContext()), { clock });
    const flags = await flagged(before, between, after, behind);
    expect(flags).toEqual([true, false, true, false, true, false, true, false]);
  });
});
