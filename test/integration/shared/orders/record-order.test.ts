import { describe, expect, it } from 'vitest';
import { toShopBuyer } from '../../../../shared/buyers/items.ts';
import { isOpen } from '../../../../shared/orders/rules.ts';
import { orderStatuses } from '../../../../shared/kernel/words/orders.ts';
import type { OrderStatus } from '../../../../shared/kernel/words/orders.ts';
import { toOrder } from '../../../../shared/orders/items.ts';
import { createOrderStore } from '../../../../shared/orders/store.ts';
import type { OrderStore } from '../../../../shared/orders/store.ts';
import { recordOrder } from '../../../../shared/orders/record-order.ts';
import { orderKey, shopBuyerKey } from '../../../../shared/table/keys.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { losingFirstReply } from '../../../builders/engines/intercepted-table.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { readItem } from '../../../builders/items/table-items.ts';

const start = Date.parse('2026-11-22T09:30:00.000Z');
const event = (
  status: OrderStatus,
  second: number,
  overrides: { orderId?: string; buyerId?: string; shopId?: string; amount?: { value: string; currency: string } } = {},
) =>
  ({
    version: 1,
    eventId: `${status}-${second}`,
    shopId: 's1',
    orderId: 'o1',
    buyerId: 'b1',
    status,
    createdAt: new Date(start).toISOString(),
    updatedAt: new Date(start + second * 1000).toISOString(),
    ...overrides,
  }) as const;

describe.each(usualEngines())('orders on %s', (engine) => {
  const table = useTable(engine);
  const record = recordOrder(createOrderStore(table));
  const order = async (orderId = 'o1') => toOrder(await readItem(table, orderKey('s1', orderId)));
  const counts = async (buyerId = 'b1', shopId = 's1') =>
    toShopBuyer(await readItem(table, shopBuyerKey(shopId, buyerId)));

  it('make their buyer a buyer of the shop, and of no other', async () => {
    await record(event('UNPAID', 0, { amount: { value: '129.90', currency: 'EGP' } }));
    expect(await counts()).toEqual({ orders: 1, openOrders: 1 });
    expect(await counts('b1', 's2')).toBeUndefined();
    expect(await order()).toEqual({
      buyerId: 'b1',
      status: 'UNPAID',
      createdAt: start,
      updatedAt: start,
      amount: { value: '129.90', currency: 'EGP' },
    });
  });

  it('stop counting as open once they are delivered', async () => {
    await record(event('UNPAID', 0));
    await record(event('IN_TRANSIT', 1));
    await record(event('UNPAID', 0, { orderId: 'o2' }));
    await record(event('DELIVERED', 2));
    expect(await counts()).toEqual({ orders: 2, openOrders: 1 });
  });

  it('count once when their events come twice or late', async () => {
    for (const late of [event('DELIVERED', 3), event('UNPAID', 0), event('DELIVERED', 3), event('IN_TRANSIT', 2)])
      await record(late);
    expect(await counts()).toEqual({ orders: 1, openOrders: 0 });
    expect((await order())?.status).toBe('DELIVERED');
  });

  it('count once when all their events come at once', async () => {
    const orders = ['o1', 'o2', 'o3'];
    const events = orders.flatMap((orderId) =>
      orderStatuses.map((status, second) => event(status, second, { orderId })),
    );
    await Promise.all(
      [...events, ...events]
        .toSorted((a, b) => (a.eventId + a.orderId).localeCompare(b.eventId + b.orderId))
        .map((one) => record(one)),
    );
    expect(await counts()).toEqual({ orders: 3, openOrders: 0 });
    expect(isOpen((await order('o2'))?.status ?? 'UNPAID')).toBe(false);
  });

  it('count once when the reply to the write is lost', async () => {
    const consume = recordOrder(createOrderStore(losingFirstReply(table)));
    await expect(consume(event('UNPAID', 0))).rejects.toThrow('reset');
    await consume(event('UNPAID', 0));
    expect(await counts()).toEqual({ orders: 1, openOrders: 1 });
  });

  it('never change hands', async () => {
    await record(event('UNPAID', 0));
    await expect(record(event('DELIVERED', 1, { buyerId: 'b2' }))).rejects.toMatchObject({
      name: 'DeadLetter',
      reason: 'conflicting_buyer',
    });
    expect(await counts('b2')).toBeUndefined();
    expect(await counts()).toEqual({ orders: 1, openOrders: 1 });
  });

  it('are decided again when another consumer was faster', async () => {
    let reads = 0;
    const store = createOrderStore(table);
    const overtaken: OrderStore = {
      ...store,
      async read(scope, orderId) {
        const before = await store.read(scope, orderId);
        if (reads++ === 0) await record(event('DELIVERED', 5));
        return before;
      },
    };
    await recordOrder(overtaken)(event('IN_TRANSIT', 2));
    expect((await order())?.status).toBe('DELIVERED');
    expect(await counts()).toEqual({ orders: 1, openOrders: 0 });
  });

  it('are left to the next attempt when they change all the time', async () => {
    const store: OrderStore = { ...createOrderStore(table), save: () => Promise.resolve(false) };
    await expect(recordOrder(store)(event('UNPAID', 0))).rejects.toMatchObject({ code: 'unavailable' });
  });
});
