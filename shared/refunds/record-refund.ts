import { platformScope } from '../access/scope.ts';
import { DeadLetter } from '../events/dead-letter.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import type { RefundStatusChanged } from '../contracts/events/refund-status-changed.ts';
import { decideRefund } from './rules.ts';
import type { Refund, RefundCounts } from './rules.ts';
import type { RefundStore } from './store.ts';

/** As many as for orders. */
const mostRounds = 10;

/**
 * Keeps the newest status of a return or refund, and how many its buyer has asked for in the shop. Answers
 * the refund as it stands then, also when the event was late.
 *
 * @throws DeadLetter `conflicting_buyer` when the refund is known as another buyer's.
 * @throws AppError `unavailable` when others keep changing it: deliver it again.
 */
export function recordRefund(store: RefundStore) {
  return async ({ shopId, refundId, ...event }: RefundStatusChanged): Promise<Refund> => {
    const scope = platformScope(shopId, 'refund-consumer');
    const refund: Refund = {
      orderId: event.orderId,
      buyerId: event.buyerId,
      status: event.status,
      updatedAt: fromTimestamp(event.updatedAt),
      amount: event.amount,
    };
    return retryOnChange<Refund | undefined, RefundCounts, Refund>({
      read: () => store.read(scope, refundId),
      decide(before) {
        const decision = decideRefund(before, refund);
        if (decision.type === 'superseded') return { type: 'end', result: decision.stored };
        if (decision.type === 'conflicting_buyer') throw new DeadLetter('conflicting_buyer', 'detail.buyerId');
        return { type: 'write', write: decision, result: refund };
      },
      save: (counts, before) => store.save(scope, refundId, before, refund, counts),
      mostRounds,
      changesTooFast: 'The refund changed too often while its event was recorded.',
    });
  };
}
