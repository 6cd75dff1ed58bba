import type * as z from 'zod';
import { platformScope } from '../access/scope.ts';
import { DeadLetter } from '../events/dead-letter.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { refundStatusChanged } from '../contracts/events/refunds.ts';
import { decideRefund, type Refund } from './rules.ts';
import type { RefundStore } from './store.ts';

/** As many as for orders. */
const attempts = 10;

/**
 * Keeps the newest status of a return or refund, and how many its buyer has asked for in the shop. Answers
 * the refund as it stands then, also when the event was late.
 *
 * @throws DeadLetter `conflicting_buyer` when the refund is known as another buyer's.
 * @throws AppError `unavailable` when others keep changing it: deliver it again.
 */
export function recordRefund(store: RefundStore) {
  return async ({ shopId, refundId, ...event }: z.output<typeof refundStatusChanged.detail>): Promise<Refund> => {
    const scope = platformScope(shopId, 'refund-consumer');
    const refund: Refund = {
      orderId: event.orderId,
      buyerId: event.buyerId,
      status: event.status,
      updatedAt: fromTimestamp(event.updatedAt),
      amount: event.amount,
    };
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await store.read(scope, refundId);
      const decision = decideRefund(before, refund);
      if (decision.type === 'superseded') return decision.stored;
      if (decision.type === 'conflicting_buyer') throw new DeadLetter('conflicting_buyer', 'detail.buyerId');
      if (await store.save(scope, refundId, before, refund, decision)) return refund;
    }
    throw new AppError('unavailable', 'The refund changed too often while its event was recorded.');
  };
}
