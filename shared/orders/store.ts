import type { ShopScope, TokenScope } from '../access/scope.ts';
import { activityRetentionMilliseconds } from '../events/outbox.ts';
import { systemClock, toTtl } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { OrderId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { buyerHistoryKey, orderKey, shopBuyerKey } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { transact } from '../table/transact.ts';
import type { Condition } from '../table/transact.ts';
import { toOrder } from './items.ts';
import { isOpen } from './rules.ts';
import type { Order, OrderCounts } from './rules.ts';

export interface OrderStore {
  read(scope: ShopScope, orderId: OrderId): Promise<Order | undefined>;
  /** Order and counts in one; `false` when the order is no longer the one that was read. */
  save(
    scope: ShopScope,
    orderId: OrderId,
    before: Order | undefined,
    order: Order,
    counts: OrderCounts,
  ): Promise<boolean>;
}

/** For a seller's request that names an order of their shop. */
export function orderRead({ shopId }: TokenScope, orderId: OrderId): ReadPlan<Order | undefined> {
  const key = orderKey(shopId, orderId);
  return { keys: [key], decode: (items) => toOrder(items.get(key)) };
}

/**
 * A closed order is kept as long as the alerts and waivers that may be about it; an open one until it is closed, since it
 * counts. From when it was recorded and not from its own time: an old order that is told of again may not count again.
 */
export function createOrderStore(table: Table, clock: Clock = systemClock): OrderStore {
  return {
    async read({ shopId }, orderId) {
      const key = orderKey(shopId, orderId);
      return toOrder((await batchGet(table, [key])).get(key));
    },

    async save({ shopId }, orderId, before, order, { orders, openOrders, cancellations }) {
      const outcome = await transact(table, {
        order: {
          put: {
            ...orderKey(shopId, orderId),
            ...order,
            ...(isOpen(order.status) ? {} : { ttl: toTtl(clock.now() + activityRetentionMilliseconds) }),
          },
          condition: unchanged(before),
        },
        counts:
          orders === 0 && openOrders === 0
            ? undefined
            : {
                update: shopBuyerKey(shopId, order.buyerId),
                expression: 'ADD orders :orders, openOrders :openOrders',
                values: { ':orders': orders, ':openOrders': openOrders },
              },
        history:
          cancellations === 0
            ? undefined
            : {
                update: buyerHistoryKey(shopId, order.buyerId),
                expression: 'ADD cancellations :cancellations',
                values: { ':cancellations': cancellations },
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
