import { demoShop } from './demo-shop.ts';
import type { MarketplaceEvent, Order } from './marketplace.ts';
import {
  fraudOutcomeConfirmed,
  orderRiskFlagged,
  refundRiskFlagged,
  refundStatusChanged,
  riskFlagWithdrawn,
} from './risk-events.ts';
import type { Refund, Risk } from './risk-events.ts';

const minute = 60_000;
const reasons = [
  'high_cancellation_rate',
  'repeated_cancellations',
  'linked_to_risky_accounts',
  'address_mismatch',
  'new_account',
  'payment_risk',
];
const categories = ['malicious_refund', 'abusive_review', 'account_takeover', 'promotion_abuse'];
const cancellable = ['AWAITING_SHIPMENT', 'AWAITING_COLLECTION'];
/** Flags that can still be taken back. */
const mostRemembered = 100;

export interface SimulatedRisks {
  /** A flag on this order, or once it is on its way on a refund of it. */
  flag(order: Order): readonly MarketplaceEvent[];
  /** Takes back a flag; `undefined` when there is none. */
  withdraw(): MarketplaceEvent | undefined;
  outcome(buyerId: string): MarketplaceEvent;
}

/** What the risk systems report in the course of a simulated day. `nextId` gives an ID that was never given before. */
export function createSimulatedRisks(sources: {
  readonly now: () => number;
  readonly random: () => number;
  readonly nextId: (prefix: string) => string;
}): SimulatedRisks {
  const { now, random, nextId } = sources;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const timestamp = (at: number) => new Date(at).toISOString();
  const flagged: { readonly type: 'order' | 'refund'; readonly id: string }[] = [];

  const risk = (): Risk => ({
    reasons: [...new Set([pick(reasons), pick(reasons)])],
    ...(random() < 0.8 ? { riskScore: Math.floor(random() * 101) } : {}),
    // Some run out while somebody watches.
    respondBy: timestamp(now() + Math.ceil((2 + random() * 240) * minute)),
    flaggedAt: timestamp(now()),
  });
  const remember = (type: 'order' | 'refund', id: string) => {
    flagged.push({ type, id });
    if (flagged.length > mostRemembered) flagged.shift();
  };

  return {
    flag(order) {
      if (cancellable.includes(order.status)) {
        remember('order', order.orderId);
        return [orderRiskFlagged(order, risk())];
      }
      const { createdAt: _, ...rest } = order;
      const refund: Refund = {
        ...rest,
        refundId: nextId('40356'),
        status: 'RETURN_OR_REFUND_REQUEST_PENDING',
        updatedAt: timestamp(now()),
      };
      remember('refund', refund.refundId);
      return [refundStatusChanged(refund), refundRiskFlagged(refund, risk())];
    },
    withdraw() {
      const [subject] = flagged.splice(Math.floor(random() * flagged.length), 1);
      return subject && riskFlagWithdrawn(demoShop, subject, timestamp(now()));
    },
    outcome: (buyerId) =>
      fraudOutcomeConfirmed({
        shopId: demoShop,
        outcomeId: nextId('30998'),
        category: pick(categories),
        subject: { type: 'order', id: nextId('57648') },
        buyerId,
        ...(random() < 0.7 ? { protectedAmount: { value: (5 + random() * 120).toFixed(2), currency: 'USD' } } : {}),
        occurredAt: timestamp(now()),
      }),
  };
}
