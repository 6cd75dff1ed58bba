import type { BuyerHistory } from '../rules.ts';

/** What a shop keeps of a buyer. */
export interface BuyerCounts {
  readonly orders: number;
  readonly cancellations: number;
  readonly refunds: number;
  readonly alerts: number;
}

export type LinkedHistory = Pick<BuyerHistory, 'linkedAccounts' | 'linkedAlerts'>;

/** What the counts do not know of yet, and what of them is the alert itself. */
export interface Uncounted {
  readonly orders?: number;
  readonly refunds?: number;
  /** This alert itself, when it has been counted. */
  readonly ownAlerts?: number;
}

/** A buyer's history as an alert shows it: with the flagged order or refund, and without the alert. */
export function buyerHistory(
  counts: BuyerCounts,
  linked: LinkedHistory,
  { orders = 0, refunds = 0, ownAlerts = 0 }: Uncounted = {},
): BuyerHistory {
  return {
    orders: counts.orders + orders,
    cancellations: counts.cancellations,
    refunds: counts.refunds + refunds,
    earlierAlerts: Math.max(0, counts.alerts - ownAlerts),
    ...linked,
  };
}
