import { beforeEach, describe, expect, it } from 'vitest';
import { busEvents, onEvent } from '../../../../../shared/events/inbound.ts';
import { toTimestamp } from '../../../../../shared/kernel/clock.ts';
import { countBlock, countedBlock } from '../../../../../shared/support/retaliation/count-block.ts';
import { countedEnd, countLifted } from '../../../../../shared/support/retaliation/count-lifted.ts';
import { createRetaliationStore } from '../../../../../shared/support/retaliation/store.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useTable } from '../../../../builders/engines/table.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { knowBuyer } from '../../../../builders/items/known-buyer.ts';
import { buildApis } from '../../../../builders/worlds/seller-api.ts';
import { buildSettingsApi } from '../../../../builders/worlds/settings-api.ts';
import { buildSupportApi } from '../../../../builders/worlds/support-apis.ts';

const nothing = { blocks: 0, suspicious: 0, afterRefund: 0, unconfirmedReview: 0, share: 0, lifted: 0, upheld: 0 };

describe.each(usualEngines())('what a shop sees of its own fairness on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const support = buildSupportApi(table, clock);
  const sellers = buildSettingsApi(table, clock);
  const store = createRetaliationStore(table);
  const handle = busEvents([onEvent(countedBlock, countBlock(store)), onEvent(countedEnd, countLifted(store))]);
  /** Everything that was recorded of the shop comes from the bus, twice. */
  const deliver = async (shopId = 's') => {
    const events = await eventsOf(table, shopId, 'Buyer Blocked', 'Buyer Unblocked');
    const time = toTimestamp(clock.now());
    for (const { type, detail } of [...events, ...events])
      await handle({ source: 'ssc', 'detail-type': type, time, detail }, clock.now());
  };
  const block = async (buyerId: string, overrides: object = {}, shopId = 's') => {
    await knowBuyer(table, buyerId, shopId);
    return seller(shopId).add(buyerId, overrides);
  };
  beforeEach(async () => {
    clock.time = noon;
    for (const shopId of ['s', 'other']) await ops.set(shopId, { quotas: { newBlocksPerDay: 50 } });
  });

  it('is nothing in the beginning', async () => {
    expect(await sellers('s').fairness()).toMatchObject({
      status: 200,
      body: { from: '2026-10-24', to: '2026-11-22', ...nothing },
    });
  });

  it('counts blocks by the words of the report, and once each what support lifted and upheld', async () => {
    for (const buyer of ['a', 'b', 'c', 'd']) await block(buyer);
    await block('critic', { reason: 'abusive_review' });
    await support.lift('s', 'a');
    await support.uphold('s', 'b');
    await support.uphold('s', 'b', { agent: 'agent-8' });
    await support.uphold('s', 'c');
    await seller('s').remove('d');
    await deliver();
    expect((await sellers('s').fairness()).body).toMatchObject({
      blocks: 5,
      suspicious: 1,
      afterRefund: 0,
      unconfirmedReview: 1,
      share: 0.2,
      lifted: 1,
      upheld: 2,
    });
  });

  it('is of the shop alone, and of the days that are asked about', async () => {
    await block('a');
    await block('b', {}, 'other');
    await deliver();
    await deliver('other');
    expect((await sellers('s').fairness()).body).toMatchObject({ blocks: 1 });
    clock.advance(5 * 86_400_000);
    await support.lift('s', 'a');
    await deliver();
    expect((await sellers('s').fairness({ days: '5' })).body).toMatchObject({ blocks: 0, lifted: 1 });
    expect((await sellers('s').fairness({ days: '90' }, { role: 'viewer' })).body).toMatchObject({
      blocks: 1,
      lifted: 1,
    });
    expect((await sellers('s').fairness({ days: '91' })).status).toBe(400);
  });
});
