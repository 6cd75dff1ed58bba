import { platformScope } from '../access/scope.ts';
import { DeadLetter } from '../events/dead-letter.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import type { OrderStatusChanged } from '../contracts/events/order-status-changed.ts';
import { decideOrder } from './rules.ts';
import type { Order, OrderCounts } from './rules.ts';
import type { OrderStore } from './store.ts';

/** Another consumer can get in between as often as one order has events; more means that something is wrong. */
const mostRounds = 10;

/**
 * Keeps the newest status of an order, and how many orders its buyer has, has open and has seen cancelled in the
 * shop. Answers the order as it stands then, also when the event was late.
 *
 * @throws DeadLetter `conflicting_buyer` when the order is known as another buyer's.
 * @throws AppError `unavailable` when others keep changing it: deliver it again.
 */
export function recordOrder(store: OrderStore) {
  return async ({ shopId, orderId, ...event }: OrderStatusChanged): Promise<Order> => {
    const scope = platformScope(shopId, 'order-consumer');
    const order: Order = {
      buyerId: event.buyerId,
      status: event.status,
      createdAt: fromTimestamp(event.createdAt),
      updatedAt: fromTimestamp(event.updatedAt),
      amount: event.amount,
    };
    return retryOnChange<Order | undefined, OrderCounts, Order>({
      read: () => store.read(scope, orderId),
      decide(before) {
        const decision = decideOrder(before, order);
        if (decision.type === 'superseded') return { type: 'end', result: decision.stored };
        if (decision.type === 'conflicting_buyer') throw new DeadLetter('conflicting_buyer', 'detail.buyerId');
        return { type: 'write', write: decision, result: order };
      },
      save: (counts, before) => store.save(scope, orderId, before, order, counts),
      mostRounds,
      changesTooFast: 'The order changed too often while its event was recorded.',
    });
  };
}
