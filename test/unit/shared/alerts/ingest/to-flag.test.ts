import { describe, expect, it } from 'vitest';
import { orderFlag, refundFlag } from '../../../../../shared/alerts/ingest/to-flag.ts';
import { orderRiskFlagged } from '../../../../../shared/contracts/events/order-risk-flagged.ts';
import { refundRiskFlagged } from '../../../../../shared/contracts/events/refund-risk-flagged.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { inbound } from '../../../../builders/worlds/ingest-world.ts';

const ofOrder = (detail: object = {}) => orderFlag(orderRiskFlagged.detail.parse(inbound.orderFlag(1, detail).detail));
const ofRefund = (detail: object = {}) =>
  refundFlag(refundRiskFlagged.detail.parse(inbound.refundFlag(1, detail).detail));

describe('the flag of an event', () => {
  it('is about the order', () => {
    expect(ofOrder()).toEqual({
      kind: 'security_alert_order',
      subject: { type: 'order', id: 'o1' },
      orderId: 'o1',
      buyerId: 'buyer-1',
      reasons: ['high_cancellation_rate'],
      flaggedAt: noon + 1000,
    });
  });

  it('is about the refund, and names its order', () => {
    expect(ofRefund()).toEqual({
      kind: 'risk_refund',
      subject: { type: 'refund', id: 'r1' },
      orderId: 'o1',
      buyerId: 'buyer-1',
      reasons: ['false_claim_pattern'],
      flaggedAt: noon + 1000,
    });
  });

  it.each([
    ['an order', ofOrder],
    ['a refund', ofRefund],
  ])('of %s takes over all else that the event says, a score of nothing too, with times as instants', (_, flag) => {
    const amount = { value: '25.50', currency: 'USD' };
    expect(flag({ riskScore: 0, amount, respondBy: '2026-11-22T13:00:00.000Z' })).toMatchObject({
      riskScore: 0,
      amount,
      respondBy: noon + 3_600_000,
    });
  });

  it('holds each reason once, in the order in which they were given', () => {
    expect(ofOrder({ reasons: ['b', 'a', 'b', 'c', 'a'] }).reasons).toEqual(['b', 'a', 'c']);
  });
});
