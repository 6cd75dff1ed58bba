import { describe, expect, it } from 'vitest';
import { decideRefund } from '../../../../shared/refunds/rules.ts';
import type { Refund } from '../../../../shared/refunds/rules.ts';

const refund = (overrides: Partial<Refund> = {}): Refund => ({
  orderId: 'o1',
  buyerId: 'b1',
  status: 'RETURN_OR_REFUND_REQUEST_PENDING',
  updatedAt: 1000,
  ...overrides,
});

describe('decideRefund', () => {
  it('counts a refund once', () => {
    expect(decideRefund(undefined, refund())).toEqual({ type: 'record', refunds: 1 });
    expect(decideRefund(refund(), refund({ updatedAt: 1001 }))).toEqual({ type: 'record', refunds: 0 });
  });

  it('lets what is older or the same change nothing', () => {
    const stored = refund({ status: 'BUYER_SHIPPED_ITEM' });
    for (const late of [stored, refund({ updatedAt: 999, status: 'RETURN_OR_REFUND_REQUEST_COMPLETE' }), refund()])
      expect(decideRefund(stored, late)).toEqual({ type: 'superseded', stored });
  });

  it('takes the further one of two statuses of one millisecond', () => {
    expect(decideRefund(refund(), refund({ status: 'BUYER_SHIPPED_ITEM' })).type).toBe('record');
  });

  it.each([999, 1001])('refuses another buyer for a known refund, also at %d', (updatedAt) => {
    expect(decideRefund(refund(), refund({ buyerId: 'b2', updatedAt }))).toEqual({ type: 'conflicting_buyer' });
  });
});
