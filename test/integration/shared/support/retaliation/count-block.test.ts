import { beforeEach, describe, expect, it } from 'vitest';
import { busEvents, onEvent } from '../../../../../shared/events/inbound.ts';
import { toTimestamp } from '../../../../../shared/kernel/clock.ts';
import { countBlock, countedBlock } from '../../../../../shared/support/retaliation/count-block.ts';
import { retaliationRoute } from '../../../../../shared/support/retaliation/routes.ts';
import { createRetaliationStore } from '../../../../../shared/support/retaliation/store.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { alertIds, createIngestWorld, inbound, second } from '../../../../builders/worlds/ingest-world.ts';
import { knowBuyer } from '../../../../builders/items/known-buyer.ts';
import { buildApis, callRoute } from '../../../../builders/worlds/seller-api.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { useTable } from '../../../../builders/engines/table.ts';

const day = 86_400_000;
const granted = 'RETURN_OR_REFUND_REQUEST_SUCCESS';

describe.each(usualEngines())('the report on retaliation on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const world = createIngestWorld(table, clock);
  const store = createRetaliationStore(table);
  const handle = busEvents([onEvent(countedBlock, countBlock(store))]);
  const report = async (query: Record<string, string> = {}) =>
    (
      await callRoute(retaliationRoute({ store, clock }), {
        path: '/v1/admin/reports/retaliation',
        query,
        callerArn: 'arn:aws:sts::000000000000:assumed-role/ssc-local-ops/tests',
      })
    ).body;
  /** Blocks a buyer, and delivers the event of it as it was recorded, twice. */
  const block = async (shopId: string, buyerId: string, overrides: object = {}) => {
    await knowBuyer(table, buyerId, shopId);
    const { body } = await seller(shopId).add(buyerId, overrides);
    const events = await eventsOf(table, shopId);
    const event = events.find(({ detail }) => (detail as { blockId?: string }).blockId === body['blockId']);
    const time = toTimestamp(clock.now());
    const message = { source: 'ssc', 'detail-type': 'Buyer Blocked', time, detail: event?.['detail'] };
    await Promise.all([handle(message, clock.now()), handle(message, clock.now())]);
    await handle(message, clock.now());
  };
  const refunded = (buyerId: string, status = granted, at = 0) =>
    inbound.refund(status, at, { buyerId, refundId: `r-${buyerId}` });

  beforeEach(async () => {
    clock.time = noon + 60_000;
    await ops.set('shop', { quotas: { newBlocksPerDay: 50 } });
  });

  it('counts each block once, and those after a lawful refund or an unconfirmed review', async () => {
    await world.deliver(
      refunded('refunded'),
      refunded('rejected', 'REFUND_OR_RETURN_REQUEST_REJECT'),
      refunded('flagged'),
      inbound.refundFlag(0, { buyerId: 'flagged', refundId: 'r-flagged' }),
      refunded('fraudster'),
      inbound.outcome({ buyerId: 'fraudster' }),
      inbound.outcome({ outcomeId: 'fo-2', buyerId: 'reviewer', category: 'abusive_review' }),
    );
    for (const buyer of ['refunded', 'rejected', 'flagged', 'fraudster', 'stranger']) await block('shop', buyer);
    await block('shop', 'reviewer', { reason: 'abusive_review' });
    await block('shop', 'critic', { reason: 'abusive_review' });
    expect(await report()).toEqual({
      from: '2026-10-24',
      to: '2026-11-22',
      items: [{ shopId: 'shop', blocks: 7, suspicious: 2, afterRefund: 1, unconfirmedReview: 1, share: 0.2857 }],
    });
  });

  it('takes an order inside a block of the shop for no flag, until the risk systems flag it too', async () => {
    for (const buyerId of ['insider', 'outsider']) {
      await world.block(buildBlock({ buyerId, createdAt: noon, expiresAt: noon + 80_000 }), buyerId);
      const placed = { buyerId, orderId: `o-${buyerId}`, createdAt: second(70) };
      await world.deliver(inbound.order('DELIVERED', 71, placed), refunded(buyerId));
      expect(await world.alert(alertIds.order(`o-${buyerId}`))).toMatchObject({ reasons: ['order_inside_block'] });
    }
    clock.advance(60_000);
    await world.deliver(inbound.orderFlag(72, { buyerId: 'outsider', orderId: 'o-outsider' }));
    await block('shop', 'insider');
    await block('shop', 'outsider');
    expect(await report()).toMatchObject({ items: [{ blocks: 2, suspicious: 1, afterRefund: 1 }] });
  });

  it('forgets a refund after 14 days, from when it was first granted', async () => {
    await world.deliver(refunded('late'));
    clock.time = noon + 10 * day;
    await world.deliver(refunded('late', 'RETURN_OR_REFUND_REQUEST_COMPLETE', 10 * 86_400));
    clock.time = noon + 14 * day + 1;
    await block('shop', 'late');
    expect(await report()).toMatchObject({ items: [] });
  });

  it('lists shops by share, in pages, for the days that are asked', async () => {
    const suspicious: Readonly<Record<string, number>> = { a: 1, b: 2, c: 3 };
    for (const [shop, count] of Object.entries(suspicious)) {
      await ops.set(shop);
      for (let index = 0; index < 3; index++) {
        const reason = index < count ? 'abusive_review' : 'harassment';
        await block(shop, `${shop}-${index}`, { reason });
      }
    }
    const first = await report({ limit: '2' });
    expect(first).toMatchObject({
      items: [
        { shopId: 'c', share: 1 },
        { shopId: 'b', share: 0.6667 },
      ],
    });
    const second = await report({ limit: '2', cursor: String(first['nextCursor']) });
    expect(second).toMatchObject({ items: [{ shopId: 'a', share: 0.3333 }] });
    expect(second).not.toHaveProperty('nextCursor');
    expect(await report({ minBlocks: '4' })).toMatchObject({ items: [] });
    expect(await report({ cursor: String(first['nextCursor']) })).toMatchObject({ items: [{ shopId: 'a' }] });
    expect(await report({ days: '7', cursor: String(first['nextCursor']) })).toMatchObject({
      code: 'validation_failed',
    });
    clock.advance(7 * day);
    expect(await report({ days: '7' })).toMatchObject({ items: [] });
    expect(await report({ days: '8' })).toMatchObject({ items: [{}, {}, {}] });
  });

  it.each([{ days: '0' }, { days: '91' }, { days: 'many' }, { minBlocks: '0' }])('refuses %o', async (query) => {
    expect(await report(query)).toMatchObject({ code: 'validation_failed' });
  });
});
