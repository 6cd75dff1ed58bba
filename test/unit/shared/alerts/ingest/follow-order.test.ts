import { describe, expect, it } from 'vitest';
import { alertIdAbout } from '../../../../../shared/alerts/alert-id.ts';
import type { BlockEvidenceStore } from '../../../../../shared/alerts/ingest/block-evidence-store.ts';
import { followOrder } from '../../../../../shared/alerts/ingest/follow-order.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { orderStatusChanged } from '../../../../../shared/contracts/events/order-status-changed.ts';
import type { Order } from '../../../../../shared/orders/rules.ts';
import type { OrderStore } from '../../../../../shared/orders/store.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { buildAccess } from '../../../../builders/items/block-list.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';
import { buildWaiver } from '../../../../builders/items/waiver.ts';
import { inbound } from '../../../../builders/worlds/ingest-world.ts';

const hour = 3_600_000;
const subject = { type: 'order', id: 'o1' } as const;
const open = buildOrderAlert({ alertId: alertIdAbout('shop', subject), subject, orderId: 'o1' });
const requested: Alert = {
  ...open,
  status: 'action_requested',
  lastAction: { type: 'cancel_order', requestedAt: noon - 1000, requestedBy: 'ann', outcome: 'pending' },
};

/** A shop with one alert, orders in memory, and a live block of this root that covers the buyer. */
function ordersOf({ alert, blockedRoot }: { readonly alert?: Alert; readonly blockedRoot?: string } = {}) {
  const shop = fakeAlertShop();
  if (alert) shop.put(alert);
  shop.waivers.set('order#o1', buildWaiver());
  const orders = new Map<string, Order>();
  const store: OrderStore = {
    read: async (_scope, orderId) => orders.get(orderId),
    async save(_scope, orderId, before, order) {
      if (orders.get(orderId)?.updatedAt !== before?.updatedAt) return false;
      orders.set(orderId, order);
      const { buyerId, status, updatedAt } = order;
      shop.tell(orderId, { type: 'order', buyerId, status, updatedAt });
      return true;
    },
  };
  let evidenceReads = 0;
  const pauses: number[] = [];
  const block = { blockId: 'b1', createdAt: noon - hour, expiresAt: noon + hour } as const;
  const evidence: BlockEvidenceStore = {
    readHints: async () => (blockedRoot === undefined ? [] : [{ root: blockedRoot, blockId: 'b1', isPast: false }]),
    async read() {
      evidenceReads += 1;
      const access = buildAccess({ since: noon - hour });
      return { access, histories: new Map([['b1', { ...block, scope: 'linked_user_ids' }]]) };
    },
    listActivity: async () => ({ items: [] }),
  };
  const follow = followOrder({
    ...shop.deps,
    orders: store,
    evidence,
    shown: { recent: async () => [] },
    draw: () => 0.5,
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  return {
    shop,
    orders,
    evidenceReads: () => evidenceReads,
    pauses,
    alert: () => shop.alertAbout('order', 'o1'),
    tell: (status: string, at: number, detail: object = {}) =>
      follow(orderStatusChanged.detail.parse(inbound.order(status, at, detail).detail)),
  };
}

describe('an order and its alert', () => {
  it('is cancelled: the alert is resolved, and the waiver of the request granted', async () => {
    const { shop, orders, alert, tell } = ordersOf({ alert: requested });
    await tell('CANCELLED', 1);
    expect(orders.get('o1')).toMatchObject({ status: 'CANCELLED', buyerId: 'buyer-1' });
    expect(alert()).toMatchObject({ status: 'resolved', lastAction: { outcome: 'confirmed' } });
    expect(shop.waivers.get('order#o1')?.status).toBe('granted');
    expect(shop.saved[0]?.events).toMatchObject([
      { type: 'Penalty Waived', actor: { id: 'order-consumer' } },
      { type: 'Alert Changed' },
    ]);
  });

  it.each(['IN_TRANSIT', 'DELIVERED', 'COMPLETED'])('is %s: nothing is left to cancel', async (status) => {
    const { alert, tell } = ordersOf({ alert: open });
    await tell(status, 1);
    expect(alert()).toMatchObject({ status: 'expired', subjectClosedAt: noon });
  });

  it.each([
    'UNPAID',
    'ON_HOLD',
    'AWAITING_SHIPMENT',
    'AWAITING_COLLECTION',
    'PARTIALLY_SHIPPING',
  ])('is %s: that is recorded, and the alert left', async (status) => {
    const { shop, orders, alert, tell } = ordersOf({ alert: open });
    await tell(status, 1);
    expect(orders.get('o1')).toMatchObject({ status });
    expect(alert()).toBe(open);
    expect(shop.calls).toEqual(['readSettled']);
  });

  it('is followed by an event that is late, or comes again: the one before may have died in between', async () => {
    const { shop, orders, alert, tell } = ordersOf();
    await tell('CANCELLED', 2);
    shop.put(requested);
    await tell('ON_HOLD', 1);
    expect(orders.get('o1')).toMatchObject({ status: 'CANCELLED' });
    expect(alert()).toMatchObject({ status: 'resolved' });
    await tell('CANCELLED', 2);
    expect(shop.saved).toHaveLength(1);
  });

  it('puts right whom the alert is about before it goes on', async () => {
    const { shop, alert, tell } = ordersOf({ alert: { ...open, buyerId: 'buyer-2' } });
    await tell('IN_TRANSIT', 1);
    expect(alert()).toMatchObject({ buyerId: 'buyer-1', status: 'expired' });
    expect(shop.saved.map(({ event }) => event)).toEqual(['buyer_corrected', 'subject_closed']);
  });
});

describe('an order inside a block', () => {
  it('is flagged, once, however often it is told of', async () => {
    const { shop, evidenceReads, alert, tell } = ordersOf({ blockedRoot: 'buyer-1' });
    await tell('UNPAID', 1);
    await tell('UNPAID', 1);
    await tell('AWAITING_SHIPMENT', 2);
    expect(alert()).toMatchObject({ status: 'open', revision: 1, reasons: ['order_inside_block'], flaggedAt: noon });
    expect(shop.saved.flatMap(({ events }) => events)).toMatchObject([
      { type: 'Alert Raised', actor: { id: 'order-consumer' } },
    ]);
    expect(evidenceReads()).toBe(1);
  });

  it('is flagged where an earlier delivery has recorded the order and done no more', async () => {
    const { orders, alert, tell } = ordersOf({ blockedRoot: 'buyer-1' });
    const recorded = { buyerId: 'buyer-1', status: 'UNPAID', createdAt: noon, updatedAt: noon + 1000 } as const;
    orders.set('o1', recorded);
    await tell('UNPAID', 1);
    expect(orders.get('o1')).toBe(recorded);
    expect(alert()).toMatchObject({ reasons: ['order_inside_block'] });
  });

  it('gives the alert of the risk systems a further reason', async () => {
    const { alert, tell } = ordersOf({ alert: open, blockedRoot: 'buyer-1' });
    await tell('UNPAID', 1);
    expect(alert()?.reasons.toSorted()).toEqual(['high_cancellation_rate', 'order_inside_block']);
  });

  it.each(['resolved', 'dismissed'] as const)('leaves an alert that is %s, and reads no evidence', async (status) => {
    const ended: Alert = { ...open, status };
    const { evidenceReads, alert, tell } = ordersOf({ alert: ended, blockedRoot: 'buyer-1' });
    await tell('UNPAID', 1);
    expect(alert()).toBe(ended);
    expect(evidenceReads()).toBe(0);
  });

  it.each([
    [3600, true],
    [3601, false],
  ])('of a linked account, told of %i s after it was placed, is flagged: %s', async (at, isFlagged) => {
    const linked = ordersOf({ blockedRoot: 'root' });
    await linked.tell('UNPAID', at);
    expect(linked.alert()?.raisedThroughLink).toBe(isFlagged ? true : undefined);
    expect(linked.evidenceReads()).toBe(isFlagged ? 1 : 0);
    const own = ordersOf({ blockedRoot: 'buyer-1' });
    await own.tell('UNPAID', at);
    expect(own.alert()).toMatchObject({ reasons: ['order_inside_block'] });
  });

  it('of a linked account waits until the order is as old as others that are flagged, and seconds at most', async () => {
    const { pauses, tell } = ordersOf({ blockedRoot: 'root' });
    await tell('UNPAID', 1);
    expect(pauses).toEqual([expect.any(Number)]);
    expect(pauses[0]).toBeGreaterThan(500);
    expect(pauses[0]).toBeLessThanOrEqual(10_000);
  });

  it('of a linked account changes nothing of an alert that is there, whoever raised it', async () => {
    const { shop, alert, tell } = ordersOf({ alert: open, blockedRoot: 'root' });
    await tell('UNPAID', 1);
    expect(alert()).toBe(open);
    expect(shop.saved).toEqual([]);
  });

  it('is none of a buyer under no block', async () => {
    const { shop, evidenceReads, tell } = ordersOf();
    await tell('UNPAID', 1);
    expect(evidenceReads()).toBe(0);
    expect(shop.saved).toEqual([]);
  });
});
