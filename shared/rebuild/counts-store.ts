import { toShopBuyer } from '../buyers/items.ts';
import type { BuyerId, OrderId, ShopId } from '../kernel/ids.ts';
import { toOrder } from '../orders/items.ts';
import { isOpen } from '../orders/rules.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { orderKey, shopBuyerKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import type { OrderCounts } from './rules.ts';

/** A buyer's counts of orders in one shop, beside the orders. */
export interface CountsStore {
  readCounts(shopId: ShopId, buyer: BuyerId): Promise<OrderCounts | undefined>;
  /** Whether these orders of the buyer are open all of them, now. */
  areOpen(shopId: ShopId, buyer: BuyerId, orders: readonly OrderId[]): Promise<boolean>;
  /** Sets the counts; `false` when they, or one of the open orders, changed since they were read. */
  setCounts(
    shopId: ShopId,
    buyer: BuyerId,
    change: { before: OrderCounts | undefined; after: OrderCounts; open: readonly OrderId[] },
  ): Promise<boolean>;
}

/** A transaction holds 100 items: one is the counts. */
export const mostOpenOrders = 99;

export function createCountsStore(table: Table): CountsStore {
  const committed = async (writes: Record<string, Write>): Promise<boolean> =>
    (await transact<string>(table, writes)).type === 'committed';
  return {
    async readCounts(shopId, buyer) {
      const key = shopBuyerKey(shopId, buyer);
      return toShopBuyer((await batchGet(table, [key])).get(key));
    },

    async areOpen(shopId, buyer, orders) {
      const keys = orders.map((order) => orderKey(shopId, order));
      const items = await batchGet(table, keys);
      return keys.every((key) => {
        const order = toOrder(items.get(key));
        return order !== undefined && order.buyerId === buyer && isOpen(order.status);
      });
    },

    setCounts: (shopId, buyer, { before, after, open }) =>
      committed({
        counts: {
          update: shopBuyerKey(shopId, buyer),
          expression: 'SET orders = :orders, openOrders = :openOrders',
          condition: before
            ? {
                expression: 'orders = :before AND openOrders = :openBefore',
                values: { ':before': before.orders, ':openBefore': before.openOrders },
              }
            : { expression: 'attribute_not_exists(pk)' },
          values: { ':orders': after.orders, ':openOrders': after.openOrders },
        },
        ...Object.fromEntries(open.map((order) => [order, stillOpen(shopId, order)])),
      }),
  };
}

function stillOpen(shopId: ShopId, order: OrderId): Write {
  return {
    check: orderKey(shopId, order),
    // An open order has no end of its own.
    condition: { expression: 'attribute_exists(pk) AND attribute_not_exists(#ttl)', names: { '#ttl': 'ttl' } },
  };
}
