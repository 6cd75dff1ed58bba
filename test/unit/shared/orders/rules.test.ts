import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideOrder, isOpen } from '../../../../shared/orders/rules.ts';
import type { Order } from '../../../../shared/orders/rules.ts';
import { orderStatuses } from '../../../../shared/kernel/words/orders.ts';

const order = (overrides: Partial<Order> = {}): Order => ({
  buyerId: 'b1',
  status: 'UNPAID',
  createdAt: 0,
  updatedAt: 1000,
  ...overrides,
});

/** What the directory holds after events arrived in this order. */
function replay(events: readonly Order[]) {
  let stored: Order | undefined;
  const counts = { orders: 0, openOrders: 0, cancellations: 0 };
  for (const event of events) {
    const decision = decideOrder(stored, event);
    if (decision.type !== 'record') continue;
    stored = event;
    counts.orders += decision.orders;
    counts.openOrders += decision.openOrders;
    counts.cancellations += decision.cancellations;
  }
  return { stored, counts };
}

describe('isOpen', () => {
  it('holds from the order on until it is delivered, completed or cancelled', () => {
    expect(orderStatuses.filter(isOpen)).toEqual([
      'UNPAID',
      'ON_HOLD',
      'AWAITING_SHIPMENT',
      'PARTIALLY_SHIPPING',
      'AWAITING_COLLECTION',
      'IN_TRANSIT',
    ]);
  });
});

describe('decideOrder', () => {
  it('counts an order once, and as open, when it is new', () => {
    expect(decideOrder(undefined, order())).toEqual({
      type: 'record',
      orders: 1,
      openOrders: 1,
      cancellations: 0,
    });
  });

  it('counts an order that is over when it becomes known, but not as open', () => {
    expect(decideOrder(undefined, order({ status: 'CANCELLED' }))).toEqual({
      type: 'record',
      orders: 1,
      openOrders: 0,
      cancellations: 1,
    });
  });

  it.each([
    ['IN_TRANSIT', 'DELIVERED', -1, 0],
    ['UNPAID', 'IN_TRANSIT', 0, 0],
    ['DELIVERED', 'COMPLETED', 0, 0],
    ['DELIVERED', 'IN_TRANSIT', 1, 0],
    ['UNPAID', 'CANCELLED', -1, 1],
    ['CANCELLED', 'AWAITING_SHIPMENT', 1, -1],
  ] as const)('takes a newer status, from %s to %s', (from, to, openOrders, cancellations) => {
    const decision = decideOrder(order({ status: from }), order({ status: to, updatedAt: 1001 }));
    expect(decision).toEqual({ type: 'record', orders: 0, openOrders, cancellations });
  });

  it('lets an older status change nothing, however far it had come', () => {
    const stored = order({ status: 'IN_TRANSIT' });
    expect(decideOrder(stored, order({ status: 'COMPLETED', updatedAt: 999 }))).toEqual({ type: 'superseded', stored });
  });

  it('lets the same event change nothing', () => {
    expect(decideOrder(order(), order())).toEqual({ type: 'superseded', stored: order() });
  });

  it('takes the further one of two statuses of one millisecond', () => {
    expect(decideOrder(order({ status: 'IN_TRANSIT' }), order({ status: 'DELIVERED' })).type).toBe('record');
    expect(decideOrder(order({ status: 'DELIVERED' }), order({ status: 'IN_TRANSIT' })).type).toBe('superseded');
  });

  it.each([999, 1000, 1001])('refuses another buyer for a known order, also at %d', (updatedAt) => {
    expect(decideOrder(order(), order({ buyerId: 'b2', updatedAt }))).toEqual({ type: 'conflicting_buyer' });
  });

  it('ends the same in whatever order events arrive, and however often', () => {
    const event = fc
      .record({ status: fc.constantFrom(...orderStatuses), updatedAt: fc.integer({ min: 0, max: 5 }) })
      .map((overrides) => order(overrides));
    const arrivals = fc
      .array(event, { minLength: 1, maxLength: 8 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
      );
    fc.assert(
      fc.property(arrivals, ([events, shuffled]) => {
        const { stored, counts } = replay(shuffled);
        expect(replay(events)).toEqual({ stored, counts });
        expect(counts).toEqual({
          orders: 1,
          openOrders: stored && isOpen(stored.status) ? 1 : 0,
          cancellations: stored?.status === 'CANCELLED' ? 1 : 0,
        });
      }),
    );
  });
});
