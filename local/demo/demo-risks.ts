import { demoBuyer, demoOrders, demoShop } from './demo-shop.ts';
import type { MarketplaceEvent, Order } from './marketplace.ts';
import { fraudOutcomeConfirmed, orderRiskFlagged, refundRiskFlagged, refundStatusChanged } from './risk-events.ts';
import type { Refund, Risk } from './risk-events.ts';

const minute = 60_000;
const hour = 60 * minute;
const timestamp = (at: number): string => new Date(at).toISOString();

/** Orders that can still be cancelled, with what the risk systems hold against them; the deadline in minutes. */
const riskyOrders = [
  { buyer: 'mira.sews', reasons: ['new_account', 'address_mismatch'], riskScore: 64, minutes: 190 },
  { buyer: 'refund.rita', reasons: ['linked_to_risky_accounts', 'high_cancellation_rate'], riskScore: 91, minutes: 45 },
  { buyer: 'rita.iii', reasons: ['repeated_cancellations'], riskScore: 38, minutes: 700 },
  { buyer: 'bulkbuyer88', reasons: ['bulk_purchase', 'linked_to_risky_accounts'], riskScore: 83, minutes: 95 },
  { buyer: 'last.minute.lou', reasons: ['high_cancellation_rate'], riskScore: 72, minutes: 240 },
] as const;

/** Refunds of orders that have arrived. */
const riskyRefunds = [
  { buyer: 'parcel_pirate', reasons: ['empty_package_claim', 'repeated_refund_claims'], riskScore: 88, minutes: 130 },
  { buyer: 'five_star_fay', reasons: ['high_refund_rate'], minutes: 1_500 },
] as const;

/** What a buyer sent back before, without a flag: of two names that differ in capitals, only one has done it. */
const settledReturn = { buyer: 'mira.sews', refundId: '4035570000000000001', hoursAgo: 30 } as const;

/** Fraud that the platform has blocked: what, how many days and hours ago, and what it would have cost. */
const outcomes = [
  { category: 'malicious_refund', hoursAgo: 3, value: '48.90' },
  { category: 'malicious_refund', hoursAgo: 29, value: '19.95' },
  { category: 'abusive_review', hoursAgo: 31 },
  { category: 'account_takeover', hoursAgo: 52, value: '210.00' },
  { category: 'malicious_refund', hoursAgo: 77, value: '33.10' },
  { category: 'abusive_review', hoursAgo: 101, buyer: 'Mira.Sews' },
  { category: 'promotion_abuse', hoursAgo: 125, value: '15.00' },
  { category: 'malicious_refund', hoursAgo: 149, value: '64.25' },
] as const;

/** The buyer's order that waits to be shipped, or at least the first. */
function orderOf(now: number, buyerId: string, status: string): Order {
  const orders = demoOrders(now).filter((order) => order.buyerId === buyerId);
  const order = orders.find((candidate) => candidate.status === status) ?? orders[0];
  if (!order) throw new Error(`The demo buyer ${buyerId} has no order.`);
  return order;
}

function riskOf(now: number, risk: { readonly minutes: number } & Omit<Risk, 'respondBy' | 'flaggedAt'>): Risk {
  const { reasons, riskScore, minutes } = risk;
  return {
    reasons: [...reasons],
    ...(riskScore === undefined ? {} : { riskScore }),
    respondBy: timestamp(now + minutes * minute),
    flaggedAt: timestamp(now - 20 * minute),
  };
}

/** Orders that the seller of the demo shop has asked to cancel: one is cancelled, the other waits for its answer. */
export function demoCancellations(now: number): { readonly confirmed: Order; readonly waiting: Order } {
  const of = (name: Parameters<typeof demoBuyer>[0]) => orderOf(now, demoBuyer(name).buyerId, 'AWAITING_SHIPMENT');
  return { confirmed: of('bulkbuyer88'), waiting: of('last.minute.lou') };
}

/** What the risk systems reported of the demo shop in the last days. */
export function demoRisks(now: number): readonly MarketplaceEvent[] {
  const orders = riskyOrders.map(({ buyer, ...risk }) =>
    orderRiskFlagged(orderOf(now, demoBuyer(buyer).buyerId, 'AWAITING_SHIPMENT'), riskOf(now, risk)),
  );
  const refunds = riskyRefunds.flatMap(({ buyer, ...risk }, index) => {
    const { createdAt: _, ...order } = orderOf(now, demoBuyer(buyer).buyerId, 'COMPLETED');
    const refund: Refund = {
      ...order,
      refundId: `40355${String(710_000_000_000_00 + index * 15_485_863).padStart(14, '0')}`,
      status: 'RETURN_OR_REFUND_REQUEST_PENDING',
      updatedAt: timestamp(now - 40 * minute),
    };
    return [refundStatusChanged(refund), refundRiskFlagged(refund, riskOf(now, risk))];
  });
  const intercepted = outcomes.map(({ category, hoursAgo, ...rest }, index) =>
    fraudOutcomeConfirmed({
      shopId: demoShop,
      outcomeId: `30999${String(1_000_003 * (index + 1)).padStart(14, '0')}`,
      category,
      subject: { type: category === 'abusive_review' ? 'review' : 'order', id: `57640${index}` },
      buyerId: demoBuyer('buyer' in rest ? rest.buyer : 'parcel_pirate').buyerId,
      ...('value' in rest ? { protectedAmount: { value: rest.value, currency: 'USD' } } : {}),
      occurredAt: timestamp(now - hoursAgo * hour),
    }),
  );
  return [...orders, ...refunds, settledReturnOf(now), ...intercepted];
}

function settledReturnOf(now: number): MarketplaceEvent {
  const { buyer, refundId, hoursAgo } = settledReturn;
  const { createdAt: _, ...order } = orderOf(now, demoBuyer(buyer).buyerId, 'DELIVERED');
  const status = 'RETURN_OR_REFUND_REQUEST_COMPLETE';
  return refundStatusChanged({ ...order, refundId, status, updatedAt: timestamp(now - hoursAgo * hour) });
}
