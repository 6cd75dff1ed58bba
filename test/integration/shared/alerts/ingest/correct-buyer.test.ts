import { describe, expect, it } from 'vitest';
import { alertChanged } from '../../../../../shared/contracts/events/alert-changed.ts';
import { buyerHistoryKey, linksKey, memberKey } from '../../../../../shared/table/keys.ts';
import { buildAlertApis, totalsOfShop } from '../../../../builders/worlds/alert-apis.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { alertIds, createIngestWorld, inbound } from '../../../../builders/worlds/ingest-world.ts';
import type { InboundEvent } from '../../../../builders/worlds/ingest-world.ts';
import { overtaken } from '../../../../builders/fakes/scripted-table.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems } from '../../../../builders/items/table-items.ts';

const wrong = { buyerId: 'wrong' };

describe.each(usualEngines())('a flag that named another buyer before its order or refund came on %s', (engine) => {
  const { table, clock, world } = useIngestShop(engine, { since: noon - 60_000 });
  const ann = buildAlertApis(table, clock).seller('shop');
  const counted = async (buyerId: string) => Number((await world.history(buyerId))['alerts'] ?? 0);
  /** What the bus does with a flag that contradicts its order: it is put aside. */
  const deliver = async (...events: readonly InboundEvent[]) => {
    for (const event of events)
      await world.deliver(event).catch((error: { reason?: string }) => {
        if (error.reason !== 'conflicting_buyer') throw error;
      });
  };

  it('is about the buyer of the order from then on, in all that is derived from it', async () => {
    const member = (buyerId: string) => ({ ...memberKey('g', buyerId), buyerId, state: 'member' });
    await putItems(
      table,
      { ...linksKey('buyer-1'), groups: new Set(['g']), revision: 1 },
      ...['buyer-1', 'x'].map(member),
      { ...buyerHistoryKey('shop', 'x'), alerts: 2 },
    );
    await world.deliver(inbound.order('CANCELLED', 0, { orderId: 'o0' }), inbound.orderFlag(1, wrong));
    const before = await world.alert();
    await world.deliver(inbound.order('UNPAID'), inbound.order('UNPAID'));
    expect(await world.alert()).toEqual({
      ...before,
      buyerId: 'buyer-1',
      revision: 2,
      history: { orders: 2, cancellations: 1, refunds: 0, earlierAlerts: 0, linkedAccounts: 1, linkedAlerts: 2 },
    });
    expect([await counted('wrong'), await counted('buyer-1')]).toEqual([0, 1]);
    expect(await totalsOfShop(table, 'shop')).toEqual({ 'open#security_alert_order': 1 });
    const [changed, ...more] = await eventsOf(table, 'shop', 'Alert Changed');
    expect(more).toEqual([]);
    expect(alertChanged.detail.parse(changed?.['detail'])).toMatchObject({
      change: 'buyer_corrected',
      status: 'open',
      buyerId: 'buyer-1',
    });
    await world.deliver(inbound.orderFlag(2, { orderId: 'o2' }));
    expect((await world.alert(alertIds.order('o2')))?.history).toMatchObject({ earlierAlerts: 1 });
  });

  it('is about the buyer of the refund likewise', async () => {
    await world.deliver(inbound.refundFlag(1, wrong), inbound.refund('RETURN_OR_REFUND_REQUEST_PENDING'));
    expect(await world.alert(alertIds.refund())).toMatchObject({
      buyerId: 'buyer-1',
      status: 'open',
      history: { orders: 0, refunds: 1, earlierAlerts: 0 },
    });
    expect([await counted('wrong'), await counted('buyer-1')]).toEqual([0, 1]);
  });

  it('is also when it has ended, when its order ends it, and when the shop has no access any more', async () => {
    const [dismissed, cancelled, unseen] = ['dismissed', 'cancelled', 'unseen'];
    const ids = [dismissed, cancelled, unseen];
    await world.deliver(...ids.map((orderId) => inbound.orderFlag(1, { ...wrong, orderId })));
    await ann.dismiss(alertIds.order(dismissed), { verdict: 'accepted_risk' });
    await world.deliver(inbound.order('UNPAID', 0, { orderId: dismissed }));
    await world.deliver(inbound.order('CANCELLED', 0, { orderId: cancelled }));
    await putItems(table, accessItem('shop', { state: 'terminated' }));
    await world.deliver(inbound.order('UNPAID', 0, { orderId: unseen }));
    for (const [orderId, status] of [
      [dismissed, 'dismissed'],
      [cancelled, 'resolved'],
      [unseen, 'open'],
    ] as const)
      expect(await world.alert(alertIds.order(orderId))).toMatchObject({ buyerId: 'buyer-1', status });
    expect([await counted('wrong'), await counted('buyer-1')]).toEqual([0, 3]);
  });

  it('is in whichever order events come, and however often', async () => {
    const about = (orderId: string) => [
      inbound.orderFlag(1, { ...wrong, orderId }),
      inbound.orderFlag(3, { orderId, reasons: ['right'] }),
      inbound.order('IN_TRANSIT', 4, { orderId }),
    ];

    for (const [index, order] of permutations([0, 1, 2]).entries()) {
      const events = about(`any-${index}`);
      await deliver(...order.flatMap((one) => events[one] ?? []));
      const alert = await world.alert(alertIds.order(`any-${index}`));
      expect(alert, order.join()).toMatchObject({ buyerId: 'buyer-1', status: 'expired' });

      expect([await counted('wrong'), await counted('buyer-1')], order.join()).toEqual([0, index + 1]);
      await deliver(...events);
      expect((await world.alert(alertIds.order(`any-${index}`)))?.buyerId).toBe('buyer-1');
    }
  });

  it('is decided again when a seller gets in between, or when flag and order cross', async () => {
    await world.deliver(inbound.orderFlag(1, wrong));
    // The first write is the order's own.
    const slow = overtaken(table, () => ann.dismiss(alertIds.order(), { verdict: 'false_positive' }), 1);
    await createIngestWorld(slow, clock).deliver(inbound.order('UNPAID'));
    expect(await world.alert()).toMatchObject({ buyerId: 'buyer-1', status: 'dismissed', verdict: 'false_positive' });

    const crossed = overtaken(table, () => world.deliver(inbound.order('UNPAID', 0, { orderId: 'o2' })));
    const flag = inbound.orderFlag(1, { ...wrong, orderId: 'o2' });
    await expect(createIngestWorld(crossed, clock).deliver(flag)).rejects.toMatchObject({
      reason: 'conflicting_buyer',
    });
    expect([await counted('wrong'), await counted('buyer-1')]).toEqual([0, 1]);
  });

  it('keeps to that buyer when the order lies inside a block of theirs', async () => {
    await world.block(buildBlock({ buyerId: 'buyer-1', createdAt: noon - 1000 }), 'buyer-1');
    await world.deliver(inbound.orderFlag(1, wrong), inbound.order('UNPAID'));
    expect(await world.alert()).toMatchObject({
      buyerId: 'buyer-1',
      reasons: ['high_cancellation_rate', 'order_inside_block'],
    });
    expect(await world.history('wrong')).toEqual({ alerts: 0 });
    expect(await world.history('buyer-1')).toEqual({ alerts: 1 });
  });
});

function permutations<One>(all: readonly One[]): readonly (readonly One[])[] {
  if (all.length <= 1) return [all];
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}
