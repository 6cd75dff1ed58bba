import { describe, expect, it } from 'vitest';
import { orderStatuses } from '../../../../shared/kernel/words/orders.ts';
import { refundStatuses } from '../../../../shared/kernel/words/refunds.ts';
import { orderState, refundState } from '../../../../shared/refunds/subject-rules.ts';

describe('an order or refund', () => {
  it('can be acted on in exactly these states', () => {
    expect(orderStatuses.filter((status) => orderState(status) === 'actionable')).toEqual([
      'UNPAID',
      'ON_HOLD',
      'AWAITING_SHIPMENT',
      'AWAITING_COLLECTION',
    ]);
    expect(orderStatuses.filter((status) => orderState(status) === 'done')).toEqual(['CANCELLED']);
    expect(refundStatuses.filter((status) => refundState(status) === 'actionable')).toEqual([
      'RETURN_OR_REFUND_REQUEST_PENDING',
      'BUYER_SHIPPED_ITEM',
    ]);
    expect(refundStatuses.filter((status) => refundState(status) === 'done')).toEqual([
      'REFUND_OR_RETURN_REQUEST_REJECT',
      'REJECT_RECEIVE_PACKAGE',
    ]);
  });

  it('waits only where it may yet be acted on again, and is closed in all other states', () => {
    expect(orderStatuses.filter((status) => orderState(status) === 'not_now')).toEqual(['PARTIALLY_SHIPPING']);
    expect(orderStatuses.filter((status) => orderState(status) === 'closed')).toEqual([
      'IN_TRANSIT',
      'DELIVERED',
      'COMPLETED',
    ]);
    expect(refundStatuses.filter((status) => refundState(status) === 'not_now')).toEqual(['AWAITING_BUYER_SHIP']);
    expect(refundStatuses.filter((status) => refundState(status) === 'closed')).toEqual([
      'RETURN_OR_REFUND_REQUEST_SUCCESS',
      'RETURN_OR_REFUND_REQUEST_CANCEL',
      'RETURN_OR_REFUND_REQUEST_COMPLETE',
    ]);
  });
});
