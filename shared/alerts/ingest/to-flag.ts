import { fromTimestamp } from '../../kernel/clock.ts';
import type { Flag } from '../rules.ts';
import type { OrderRiskFlagged } from '../../contracts/events/order-risk-flagged.ts';
import type { RefundRiskFlagged } from '../../contracts/events/refund-risk-flagged.ts';

export function orderFlag(detail: OrderRiskFlagged): Flag {
  return { ...common(detail), kind: 'security_alert_order', subject: { type: 'order', id: detail.orderId } };
}

export function refundFlag(detail: RefundRiskFlagged): Flag {
  return { ...common(detail), kind: 'risk_refund', subject: { type: 'refund', id: detail.refundId } };
}

function common({ orderId, buyerId, reasons, riskScore, amount, respondBy, flaggedAt }: OrderRiskFlagged) {
  return {
    orderId,
    buyerId,
    reasons: [...new Set(reasons)],
    ...(riskScore === undefined ? {} : { riskScore }),
    ...(amount === undefined ? {} : { amount }),
    ...(respondBy === undefined ? {} : { respondBy: fromTimestamp(respondBy) }),
    flaggedAt: fromTimestamp(flaggedAt),
  };
}
