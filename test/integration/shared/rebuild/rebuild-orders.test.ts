import { describe, expect, it } from 'vitest';
import { createOrderStore } from '../../../../shared/orders/store.ts';
import { recordOrder } from '../../../../shared/orders/record-order.ts';
import { createCountsStore } from '../../../../shared/rebuild/counts-store.ts';
import { rebuildOrders } from '../../../../shared/rebuild/rebuild-orders.ts';
import { shopBuyerKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

const [shopId, buyerId] = ['shop-1', 'buyer-1'];

describe.each(engines())('a buyer’s counts of orders on %s', (engine) => {
  const table = useTable(engine);
  const record = (orderId: string, status: 'AWAITING_SHIPMENT' | 'DELIVERED', minute: number) =>
    recordOrder(createOrderStore(table))({
      ...{ version: 1, eventId: `${orderId}-${status}`, shopId, orderId, buyerId, status },
      createdAt: '2026-01-15T10:00:00.000Z',
      updatedAt: `2026-01-15T10:${String(minute).padStart(2, '0')}:00.000Z`,
    });
  const counts = () => readItem(table, shopBuyerKey(shopId, buyerId));
  const wrong = () => putItems(table, { ...shopBuyerKey(shopId, buyerId), orders: 3, openOrders: 9 });
  const seen = { shopId, buyerId, counted: { orders: 3, openOrders: 9 }, open: ['o-1', 'o-2'], seen: 3 };

  async function threeOrders(): Promise<void> {
    for (const order of ['o-1', 'o-2', 'o-3']) await record(order, 'AWAITING_SHIPMENT', 1);
    await record('o-3', 'DELIVERED', 2);
    await wrong();
  }

  it('are set to what the orders say; right ones stay', async () => {
    await threeOrders();
    expect(await rebuildOrders(createCountsStore(table), seen, false)).toEqual({
      outcome: 'mended',
      found: ['9 open of 3 orders are counted, where 2 of 3 are right'],
    });
    expect(await counts()).toMatchObject({ orders: 3, openOrders: 2 });
    const again = { ...seen, counted: { orders: 3, openOrders: 2 } };
    expect((await rebuildOrders(createCountsStore(table), again, false)).outcome).toBe('right');
  });

  it('are made where there are none', async () => {
    await threeOrders();
    const none = { ...seen, buyerId: 'buyer-2', counted: { orders: 0, openOrders: 0 }, open: [], seen: 2 };
    expect((await rebuildOrders(createCountsStore(table), none, false)).outcome).toBe('mended');
    expect(await readItem(table, shopBuyerKey(shopId, 'buyer-2'))).toMatchObject({ orders: 2, openOrders: 0 });
  });

  it('are only told of in a dry run', async () => {
    await threeOrders();
    expect((await rebuildOrders(createCountsStore(table), seen, true)).outcome).toBe('wrong');
    expect(await counts()).toMatchObject({ openOrders: 9 });
  });

  it.each([
    ['an order came', () => record('o-4', 'AWAITING_SHIPMENT', 3)],
    ['an order ended', () => record('o-2', 'DELIVERED', 3)],
  ])('are left alone when %s since the orders were read', async (_, meanwhile) => {
    await threeOrders();
    await meanwhile();
    const before = await counts();
    expect((await rebuildOrders(createCountsStore(table), seen, false)).outcome).toBe('busy');
    expect(await counts()).toEqual(before);
  });

  it('are left alone when an order ends in the very moment of the write', async () => {
    await threeOrders();
    const store = createCountsStore(table);
    const late = {
      ...store,
      // Between the last look and the write.
      async setCounts(...asked: Parameters<typeof store.setCounts>) {
        await record('o-2', 'DELIVERED', 3);
        // Its own count is put back, so that only the order itself can tell.
        await wrong();
        return store.setCounts(...asked);
      },
    };
    expect((await rebuildOrders(late, seen, false)).outcome).toBe('busy');
    expect(await counts()).toMatchObject({ orders: 3, openOrders: 9 });
  });
});
