import type * as z from 'zod';
import { platformScope } from '../access/scope.ts';
import { DeadLetter } from '../events/dead-letter.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { orderStatusChanged } from '../contracts/http/buyers.ts';
import { decideOrder, type Order } from './rules.ts';
import type { OrderStore } from './store.ts';

/** Another consumer can get in between as often as one order has events; more means that something is wrong. */
const attempts = 10;

/**
 * Keeps the newest status of an order, and how many orders its buyer has, has open and has seen cancelled in the
 * shop. Answers the order as it stands then, also when the event was late.
 *
 * @throws DeadLetter `conflicting_buyer` when the order is known as another buyer's.
 * @throws AppError `unavailable` when others keep changing it: deliver it again.
 */
export function recordOrder(store: OrderStore) {
  return async ({ shopId, orderId, ...event }: z.output<typeof orderStatusChanged.detail>): Promise<Order> => {
    const scope = platformScope(shopId, 'order-consumer');
    const order: Order = {
      buyerId: event.buyerId,
      status: event.status,
      createdAt: fromTimestamp(event.createdAt),
      updatedAt: fromTimestamp(event.updatedAt),
      amount: event.amount,
    };
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await store.read(scope, orderId);
      const decision = decideOrder(before, order);
      if (decision.type === 'superseded') return decision.stored;
      if (decision.type === 'conflicting_buyer') throw new DeadLetter('conflicting_buyer', 'detail.buyerId');
      if (await store.save(scope, orderId, before, order, decision)) return order;
    }
    throw new AppError('unavailable', 'The order changed too often while its event was recorded.');
  };
}
