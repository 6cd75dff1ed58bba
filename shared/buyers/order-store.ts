import type { ShopScope } from '../access/scope.ts';
import type { OrderId } from '../kernel/ids.ts';
import { batchGet, type Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { orderKey, shopBuyerKey } from '../table/keys.ts';
import { type Condition, transact } from '../table/transact.ts';
import type { Order, OrderStatus } from './order-rules.ts';

/** How the buyer's counts in the shop change. */
export interface CountChange {
  readonly orders: number;
  readonly openOrders: number;
}

export interface OrderStore {
  read(scope: ShopScope, orderId: OrderId): Promise<Order | undefined>;
  /** Order and counts in one; `false` when the order is no longer the one that was read. */
  save(
    scope: ShopScope,
    orderId: OrderId,
    before: Order | undefined,
    order: Order,
    counts: CountChange,
  ): Promise<boolean>;
}

export function toOrder(item: Item | undefined): Order | undefined {
  return (
    item && {
      buyerId: String(item['buyerId']),
      status: item['status'] as OrderStatus,
      createdAt: Number(item['createdAt']),
      updatedAt: Number(item['updatedAt']),
      amount: item['amount'] as Order['amount'],
    }
  );
}

export function createOrderStore(table: Table): OrderStore {
  return {
    async read({ shopId }, orderId) {
      const key = orderKey(shopId, orderId);
      return toOrder((await batchGet(table, [key])).get(key));
    },

    async save({ shopId }, orderId, before, order, { orders, openOrders }) {
      const outcome = await transact(table, {
        order: { put: { ...orderKey(shopId, orderId), ...order }, condition: unchanged(before) },
        counts:
          orders === 0 && openOrders === 0
            ? undefined
            : {
                update: shopBuyerKey(shopId, order.buyerId),
                expression: 'ADD orders :orders, openOrders :openOrders',
                values: { ':orders': orders, ':openOrders': openOrders },
              },
      });
      return outcome.type === 'committed';
    },
  };
}

function unchanged(before: Order | undefined): Condition {
  if (!before) return { expression: 'attribute_not_exists(pk)' };
  return {
    expression: '#status = :status AND updatedAt = :updatedAt',
    names: { '#status': 'status' },
    values: { ':status': before.status, ':updatedAt': before.updatedAt },
  };
}
