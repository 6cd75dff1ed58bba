import { refundStatuses } from '../kernel/words/refunds.ts';
import type { RefundStatus } from '../kernel/words/refunds.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, OrderId } from '../kernel/ids.ts';

/** A return or refund as its newest event told it. */
export interface Refund {
  readonly orderId: OrderId;
  readonly buyerId: BuyerId;
  readonly status: RefundStatus;
  readonly updatedAt: EpochMilliseconds;
  readonly amount?: { readonly value: string; readonly currency: string } | undefined;
}

/** What one refund changes of its buyer's history in the shop. */
export interface RefundCounts {
  readonly refunds: 0 | 1;
}

export type RefundDecision =
  /** Save it, and change the buyer's history in the shop by these. */
  | ({ readonly type: 'record' } & RefundCounts)
  /** What is stored is as new. */
  | { readonly type: 'superseded'; readonly stored: Refund }
  /** A refund never changes hands: one of the two events is wrong. */
  | { readonly type: 'conflicting_buyer' };

/** As for orders: whichever way events come, the newest status stands and each refund counts once. */
export function decideRefund(stored: Refund | undefined, refund: Refund): RefundDecision {
  if (!stored) return { type: 'record', refunds: 1 };
  if (stored.buyerId !== refund.buyerId) return { type: 'conflicting_buyer' };
  return isNewer(refund, stored) ? { type: 'record', refunds: 0 } : { type: 'superseded', stored };
}

/** Two changes within a millisecond are told apart by how far the refund has come. */
function isNewer(refund: Refund, stored: Refund): boolean {
  if (refund.updatedAt !== stored.updatedAt) return refund.updatedAt > stored.updatedAt;
  return refundStatuses.indexOf(refund.status) > refundStatuses.indexOf(stored.status);
}

const granted: readonly RefundStatus[] = ['RETURN_OR_REFUND_REQUEST_SUCCESS', 'RETURN_OR_REFUND_REQUEST_COMPLETE'];

const ended: readonly RefundStatus[] = [
  ...granted,
  'REFUND_OR_RETURN_REQUEST_REJECT',
  'RETURN_OR_REFUND_REQUEST_CANCEL',
];

/** Whether nothing more is expected of it. A package that is refused on its way back is still argued about. */
export function isEnded(status: RefundStatus): boolean {
  return ended.includes(status);
}

/** Whether this event grants the buyer what they asked for; a later one that says so again does not. */
export function isGrantedBy(refund: Refund, before: Refund | undefined): boolean {
  return granted.includes(refund.status) && !(before && granted.includes(before.status));
}
