import type * as z from 'zod';
import { fromTimestamp } from '../../kernel/clock.ts';
import type { Flag } from '../rules.ts';
import type { orderRiskFlagged, refundRiskFlagged } from '../../contracts/events/flags.ts';

type OrderFlag = z.output<typeof orderRiskFlagged.detail>;
type RefundFlag = z.output<typeof refundRiskFlagged.detail>;

export function orderFlag(detail: OrderFlag): Flag {
  return { ...common(detail), kind: 'security_alert_order', subject: { type: 'order', id: detail.orderId } };
}

export function refundFlag(detail: RefundFlag): Flag {
  return { ...common(detail), kind: 'risk_refund', subject: { type: 'refund', id: detail.refundId } };
}

function common({ orderId, buyerId, reasons, riskScore, amount, respondBy, flaggedAt }: OrderFlag) {
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
