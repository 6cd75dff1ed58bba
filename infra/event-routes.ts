/** Which events go where. The local runtime and the tests read the same rules from the template. */
export interface EventRoutePattern {
  readonly source: string;
  readonly detailTypes: readonly string[];
}

export const eventRoutes = {
  'buyer-profiles': { source: 'marketplace.identity', detailTypes: ['Buyer Profile Changed', 'Buyer Erased'] },
  orders: { source: 'marketplace.orders', detailTypes: ['Order Status Changed'] },
  'cancellation-refusals': { source: 'marketplace.orders', detailTypes: ['Order Cancellation Refused'] },
  refunds: { source: 'marketplace.refunds', detailTypes: ['Refund Status Changed'] },
  'rejection-refusals': { source: 'marketplace.refunds', detailTypes: ['Refund Rejection Refused'] },
  'order-flags': { source: 'marketplace.risk', detailTypes: ['Order Risk Flagged'] },
  'refund-flags': { source: 'marketplace.risk', detailTypes: ['Refund Risk Flagged'] },
  'flag-withdrawals': { source: 'marketplace.risk', detailTypes: ['Risk Flag Withdrawn'] },
  'fraud-outcomes': { source: 'marketplace.risk', detailTypes: ['Fraud Outcome Confirmed'] },
  'buyer-links': { source: 'marketplace.identity', detailTypes: ['Buyer Link Group Changed'] },
  coverage: { source: 'ssc', detailTypes: ['Buyer Blocked', 'Buyer Unblocked'] },
  retaliation: { source: 'ssc', detailTypes: ['Buyer Blocked'] },
  deadlines: { source: 'ssc', detailTypes: ['Alert Raised', 'Alert Changed'] },
  notices: { source: 'ssc', detailTypes: ['Alert Raised', 'Alert Changed'] },
  'access-notices': { source: 'ssc', detailTypes: ['Access Granted', 'Access Terminated'] },
  live: {
    source: 'ssc',
    detailTypes: [
      'Alert Raised',
      'Alert Changed',
      'Buyer Blocked',
      'Buyer Unblocked',
      'Block Changed',
      'Order Stopped',
      'Access Terminated',
    ],
  },
} satisfies Record<string, EventRoutePattern>;

/** Our own events are for whoever subscribes: having no rule here does not make one unknown. */
const ownSource = 'ssc';

const inbound = Object.values(eventRoutes).filter(({ source }) => source !== ownSource);
const sources = [...new Set(inbound.map(({ source }) => source))];

/** The complement of the inbound routes: a source that has none, or a type that its source's routes do not name. */
export const unroutedPattern = {
  $or: [
    { source: [{ 'anything-but': [...sources, ownSource] }] },
    ...sources.map((source) => ({
      source: [source],
      'detail-type': [
        { 'anything-but': inbound.filter((route) => route.source === source).flatMap((route) => route.detailTypes) },
      ],
    })),
  ],
};
