import { accessGranted } from '../shared/contracts/events/access-granted.ts';
import { accessTerminated } from '../shared/contracts/events/access-terminated.ts';
import { alertChanged } from '../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../shared/contracts/events/alert-raised.ts';
import { blockChanged } from '../shared/contracts/events/block-changed.ts';
import { buyerBlocked } from '../shared/contracts/events/buyer-blocked.ts';
import { buyerErased } from '../shared/contracts/events/buyer-erased.ts';
import { buyerLinkGroupChanged } from '../shared/contracts/events/buyer-link-group-changed.ts';
import { buyerProfileChanged } from '../shared/contracts/events/buyer-profile-changed.ts';
import { buyerUnblocked } from '../shared/contracts/events/buyer-unblocked.ts';
import type { EventContract } from '../shared/contracts/events/event-contract.ts';
import { fraudOutcomeConfirmed } from '../shared/contracts/events/fraud-outcome-confirmed.ts';
import { orderCancellationRefused } from '../shared/contracts/events/order-cancellation-refused.ts';
import { orderRiskFlagged } from '../shared/contracts/events/order-risk-flagged.ts';
import { orderStatusChanged } from '../shared/contracts/events/order-status-changed.ts';
import { orderStopped } from '../shared/contracts/events/order-stopped.ts';
import { refundRejectionRefused } from '../shared/contracts/events/refund-rejection-refused.ts';
import { refundRiskFlagged } from '../shared/contracts/events/refund-risk-flagged.ts';
import { refundStatusChanged } from '../shared/contracts/events/refund-status-changed.ts';
import { riskFlagWithdrawn } from '../shared/contracts/events/risk-flag-withdrawn.ts';
import { ownSource } from '../shared/contracts/events/parts/own-source.ts';

/** Which events go where; their sources and types are the catalogue's. The local runtime and the tests read the same rules from the template. */
export interface EventRoutePattern {
  readonly source: string;
  readonly detailTypes: readonly string[];
}

/** A rule for these events, of one source: a pattern of several would also match each type of the other's. */
function routeOf(first: EventContract, ...others: readonly EventContract[]): EventRoutePattern {
  const events = [first, ...others];
  const foreign = others.find(({ source }) => source !== first.source);
  if (foreign) throw new Error(`${foreign.type} is of another source than ${first.type}: it needs a rule of its own.`);
  return { source: first.source, detailTypes: events.map(({ type }) => type) };
}

export const eventRoutes = {
  'buyer-profiles': routeOf(buyerProfileChanged, buyerErased),
  orders: routeOf(orderStatusChanged),
  'cancellation-refusals': routeOf(orderCancellationRefused),
  refunds: routeOf(refundStatusChanged),
  'rejection-refusals': routeOf(refundRejectionRefused),
  'order-flags': routeOf(orderRiskFlagged),
  'refund-flags': routeOf(refundRiskFlagged),
  'flag-withdrawals': routeOf(riskFlagWithdrawn),
  'fraud-outcomes': routeOf(fraudOutcomeConfirmed),
  'buyer-links': routeOf(buyerLinkGroupChanged),
  coverage: routeOf(buyerBlocked, buyerUnblocked),
  retaliation: routeOf(buyerBlocked),
  deadlines: routeOf(alertRaised, alertChanged),
  notices: routeOf(alertRaised, alertChanged),
  'access-notices': routeOf(accessGranted, accessTerminated),
  live: routeOf(alertRaised, alertChanged, buyerBlocked, buyerUnblocked, blockChanged, orderStopped, accessTerminated),
} satisfies Record<string, EventRoutePattern>;

/** Our own events are for everybody who subscribes: having no rule here does not make one unknown. */
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
