import type { RefundStatus } from '../kernel/words/refunds.ts';
import type { Item } from '../table/batch-get.ts';
import type { Refund } from './rules.ts';

/** The refund that an item holds. */
export function toRefund(item: Item | undefined): Refund | undefined {
  return (
    item && {
      orderId: String(item['orderId']),
      buyerId: String(item['buyerId']),
      status: item['status'] as RefundStatus,
      updatedAt: Number(item['updatedAt']),
      amount: item['amount'] as Refund['amount'],
    }
  );
}
