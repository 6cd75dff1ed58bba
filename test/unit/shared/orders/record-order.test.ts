import { describe, expect, it } from 'vitest';
import { orderStatusChanged } from '../../../../shared/contracts/events/order-status-changed.ts';
import { recordOrder } from '../../../../shared/orders/record-order.ts';
import type { Order, OrderCounts } from '../../../../shared/orders/rules.ts';
import type { OrderStore } from '../../../../shared/orders/store.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { inbound } from '../../../builders/worlds/ingest-world.ts';

const event = (status: string, at: number, detail: object = {}) =>
  orderStatusChanged.detail.parse(inbound.order(status, at, detail).detail);

/** One order in memory; `meanwhile` is recorded by another consumer right before a save. */
function fakeOrders(...meanwhile: (Order | undefined)[]) {
  let stored: Order | undefined;
  const counted: OrderCounts[] = [];
  const store: OrderStore = {
    read: async () => stored,
    async save(_scope, _orderId, before, order, counts) {
      stored = meanwhile.shift() ?? stored;
      if (stored?.updatedAt !== before?.updatedAt) return false;
      stored = order;
      counted.push(counts);
      return true;
    },
  };
  return { store, counted, stored: () => stored };
}
const told = (at: number, over: Partial<Order> = {}): Order => ({
  buyerId: 'buyer-1',
  status: 'ON_HOLD',
  createdAt: noon,
  updatedAt: noon + at * 1000,
  ...over,
});

describe('recording an order', () => {
  it('counts it once, and answers how it stands, also when the event is late', async () => {
    const { store, counted } = fakeOrders();
    await recordOrder(store)(event('AWAITING_SHIPMENT', 2));
    expect(await recordOrder(store)(event('ON_HOLD', 1))).toMatchObject({ status: 'AWAITING_SHIPMENT' });
    expect(counted).toMatchObject([{ orders: 1, openOrders: 1, cancellations: 0 }]);
  });

  it('is decided anew on what another consumer records meanwhile', async () => {
    const { store, counted, stored } = fakeOrders(told(1));
    await recordOrder(store)(event('CANCELLED', 2));
    expect(stored()).toMatchObject({ status: 'CANCELLED' });
    expect(counted).toMatchObject([{ orders: 0, openOrders: -1, cancellations: 1 }]);
  });

  it('leaves what is newer by then', async () => {
    const { store, counted } = fakeOrders(told(3));
    expect(await recordOrder(store)(event('CANCELLED', 2))).toEqual(told(3));
    expect(counted).toEqual([]);
  });

  it('refuses an order of which another buyer was told meanwhile', async () => {
    const { store } = fakeOrders(told(1, { buyerId: 'buyer-2' }));
    await expect(recordOrder(store)(event('CANCELLED', 2))).rejects.toMatchObject({ reason: 'conflicting_buyer' });
  });

  it('is left to its next delivery when others get in between ten times', async () => {
    const { store, counted } = fakeOrders(...Array.from({ length: 10 }, (_, index) => told(index)));
    await expect(recordOrder(store)(event('CANCELLED', 20))).rejects.toMatchObject({ code: 'unavailable' });
    expect(counted).toEqual([]);
  });
});
