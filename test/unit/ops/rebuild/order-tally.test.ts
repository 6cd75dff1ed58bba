import { describe, expect, it } from 'vitest';
import { createOrderTally } from '../../../../ops/rebuild/order-tally.ts';

describe('counts of orders beside the orders', () => {
  it('show buyers whose orders are not what is counted', () => {
    const tally = createOrderTally();
    tally.count({ pk: 'SHOPBUYER#s#right', orders: 3, openOrders: 1 });
    tally.count({ pk: 'SHOPBUYER#s#wrong', orders: 1, openOrders: 5 });
    tally.order({ pk: 'ORDER#s#o-1', buyerId: 'right' });
    tally.order({ pk: 'ORDER#s#o-2', buyerId: 'right', ttl: 1 });
    tally.order({ pk: 'ORDER#s#o-3', buyerId: 'wrong' });
    tally.order({ pk: 'ORDER#s#o-4', buyerId: 'uncounted' });
    expect(tally.size()).toBe(3);
    const orders = { kind: 'orders', shopId: 's' };
    expect(tally.suspects()).toEqual([
      { ...orders, buyerId: 'wrong', counted: { orders: 1, openOrders: 5 }, open: ['o-3'], seen: 1 },
      { ...orders, buyerId: 'uncounted', counted: { orders: 0, openOrders: 0 }, open: ['o-4'], seen: 1 },
    ]);
  });
});
