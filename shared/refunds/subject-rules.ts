import type { OrderStatus } from '../kernel/words/orders.ts';
import type { SubjectState } from '../kernel/words/subjects.ts';
import type { RefundStatus } from '../kernel/words/refunds.ts';

/**
 * Before anything of it is shipped an order can be cancelled. While only a part is, it cannot as a whole; but it may yet end
 * either way, and what is left may wait for its collection again.
 */
const orderStates: Readonly<Record<OrderStatus, SubjectState>> = {
  UNPAID: 'actionable',
  ON_HOLD: 'actionable',
  AWAITING_SHIPMENT: 'actionable',
  AWAITING_COLLECTION: 'actionable',
  PARTIALLY_SHIPPING: 'not_now',
  IN_TRANSIT: 'closed',
  DELIVERED: 'closed',
  COMPLETED: 'closed',
  CANCELLED: 'done',
};

/** The request can be rejected, and so can the package that comes back; while the buyer has yet to send it, neither. */
const refundStates: Readonly<Record<RefundStatus, SubjectState>> = {
  RETURN_OR_REFUND_REQUEST_PENDING: 'actionable',
  AWAITING_BUYER_SHIP: 'not_now',
  BUYER_SHIPPED_ITEM: 'actionable',
  REFUND_OR_RETURN_REQUEST_REJECT: 'done',
  REJECT_RECEIVE_PACKAGE: 'done',
  RETURN_OR_REFUND_REQUEST_SUCCESS: 'closed',
  RETURN_OR_REFUND_REQUEST_CANCEL: 'closed',
  RETURN_OR_REFUND_REQUEST_COMPLETE: 'closed',
};

/** How an order stands as far as cancelling it goes. */
export function orderState(status: OrderStatus): SubjectState {
  return orderStates[status];
}

/** How a refund stands as far as rejecting it goes. */
export function refundState(status: RefundStatus): SubjectState {
  return refundStates[status];
}
