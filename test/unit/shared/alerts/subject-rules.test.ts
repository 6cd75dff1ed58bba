import { describe, expect, it } from 'vitest';
import { stateOfSubject } from '../../../../shared/alerts/subject-rules.ts';
import { orderStatuses } from '../../../../shared/kernel/words/orders.ts';
import { refundStatuses } from '../../../../shared/kernel/words/refunds.ts';
import { orderState, refundState } from '../../../../shared/refunds/subject-rules.ts';

const told = { buyerId: 'b', updatedAt: 1000 } as const;

describe('stateOfSubject', () => {
  it('is for its service to refuse while nothing was told', () => {
    expect(stateOfSubject(undefined)).toBe('actionable');
  });

  it.each(orderStatuses)('is that of an order that is %s', (status) => {
    expect(stateOfSubject({ ...told, type: 'order', status })).toBe(orderState(status));
  });

  it.each(refundStatuses)('is that of a refund that is %s', (status) => {
    expect(stateOfSubject({ ...told, type: 'refund', status })).toBe(refundState(status));
  });
});
