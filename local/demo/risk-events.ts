import type { MarketplaceEvent, Order } from './marketplace.ts';

/** A return or refund request as the marketplace reports it. */
export interface Refund extends Omit<Order, 'createdAt'> {
  readonly refundId: string;
}

/** What the risk systems say of an order or refund, beside its IDs. Times are RFC 3339. */
export interface Risk {
  readonly reasons: readonly string[];
  readonly riskScore?: number;
  readonly respondBy?: string;
  readonly flaggedAt: string;
}

export interface Outcome {
  readonly shopId: string;
  readonly outcomeId: string;
  readonly category: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly buyerId: string;
  readonly protectedAmount?: Order['amount'];
  readonly occurredAt: string;
}

export function orderRiskFlagged({ shopId, orderId, buyerId, amount }: Order, risk: Risk): MarketplaceEvent {
  const detail = { shopId, orderId, buyerId, amount, ...risk };
  return { source: 'marketplace.risk', type: 'Order Risk Flagged', detail };
}

export function refundRiskFlagged(
  { shopId, refundId, orderId, buyerId, amount }: Refund,
  risk: Risk,
): MarketplaceEvent {
  const detail = { shopId, refundId, orderId, buyerId, amount, ...risk };
  return { source: 'marketplace.risk', type: 'Refund Risk Flagged', detail };
}

export function riskFlagWithdrawn(
  shopId: string,
  subject: { readonly type: 'order' | 'refund'; readonly id: string },
  withdrawnAt: string,
): MarketplaceEvent {
  return { source: 'marketplace.risk', type: 'Risk Flag Withdrawn', detail: { shopId, subject, withdrawnAt } };
}

export function fraudOutcomeConfirmed(outcome: Outcome): MarketplaceEvent {
  return { source: 'marketplace.risk', type: 'Fraud Outcome Confirmed', detail: { ...outcome } };
}

export function refundStatusChanged(refund: Refund): MarketplaceEvent {
  return { source: 'marketplace.refunds', type: 'Refund Status Changed', detail: { ...refund } };
}

export function orderCancellationRefused(shopId: string, orderId: string, reason: string): MarketplaceEvent {
  return { source: 'marketplace.orders', type: 'Order Cancellation Refused', detail: { shopId, orderId, reason } };
}
