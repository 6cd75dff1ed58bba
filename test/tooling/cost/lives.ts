import { alertChanged } from '../../../shared/contracts/events/alert-changed.ts';
import { alertRaised } from '../../../shared/contracts/events/alert-raised.ts';
import { buyerBlocked } from '../../../shared/contracts/events/buyer-blocked.ts';
import { buyerProfileChanged } from '../../../shared/contracts/events/buyer-profile-changed.ts';
import { buyerUnblocked } from '../../../shared/contracts/events/buyer-unblocked.ts';
import { orderCancellationRequested } from '../../../shared/contracts/events/order-cancellation-requested.ts';
import { orderRiskFlagged } from '../../../shared/contracts/events/order-risk-flagged.ts';
import { orderStatusChanged } from '../../../shared/contracts/events/order-status-changed.ts';
import { orderStopped } from '../../../shared/contracts/events/order-stopped.ts';
import { penaltyWaived } from '../../../shared/contracts/events/penalty-waived.ts';
import { refundStatusChanged } from '../../../shared/contracts/events/refund-status-changed.ts';
import { assumptions, shopMonth } from './assumptions.ts';
import { piecesOf } from './pieces.ts';
import { recorded, recordedStatuses } from './recorded.ts';
import { sum, times } from './usage.ts';
import type { Usage } from './usage.ts';

/** What happens from beginning to end, in units that AWS charges for. */
export type Lives = ReturnType<typeof livesOf>;

/** @param messagesOfBatch that a consumer finds waiting, on average. */
export function livesOf(messagesOfBatch: number) {
  const { invoked, asked, clicked, taken, consumed, published, stored } = piecesOf(messagesOfBatch);
  const allowedByInvoke = invoked('gate: allow');
  const statuses = sum(...recordedStatuses.map((status) => taken(orderStatusChanged, status)));
  return {
    allowedByInvoke,
    allowedOverHttp: asked('gate: allow'),
    /** With the count of the stopped order, and its event. */
    denied: sum(
      asked('gate: deny, first of this buyer here'),
      consumed(recorded('record a stopped order')),
      published(orderStopped),
    ),
    statuses,
    order: sum(
      times(shopMonth.gateDecisionsOfOrder, allowedByInvoke),
      statuses,
      stored(assumptions.bytesOfOrder, assumptions.monthsOfOrder),
    ),
    /** Two of them: requested, and completed. */
    refund: times(2, taken(refundStatusChanged, recorded('take a refund'))),
    profile: taken(buyerProfileChanged, recorded('take a profile')),
    /** Flagged, mailed about, looked at, acted on, confirmed and waived. */
    alert: sum(
      taken(orderRiskFlagged, recorded('raise an alert with a deadline')),
      published(alertRaised),
      { schedules: 2, mails: 1 },
      consumed(recorded('announce a deadline')),
      consumed(recorded('send a digest')),
      clicked('list open alerts'),
      clicked('get alert'),
      clicked('cancel an order'),
      times(2, published(alertChanged)),
      published(orderCancellationRequested),
      taken(orderStatusChanged, recorded('take a cancellation that was asked for')),
      published(penaltyWaived),
      asked('is it waived'),
      stored(assumptions.bytesOfAlert, assumptions.monthsOfAlert),
    ),
    /** The buyer looked up, blocked, listed and unblocked. */
    block: sum(
      clicked('find buyer by username'),
      clicked('add block'),
      published(buyerBlocked),
      clicked('list blocks'),
      clicked('remove block, linked'),
      published(buyerUnblocked),
      stored(assumptions.bytesOfBlock, assumptions.monthsOfBlock),
    ),
    /** The console opened, and left again. */
    session: sum(
      times(shopMonth.requestsOfSession - 3, clicked('list open alerts')),
      clicked('dashboard of a week'),
      clicked('list blocks'),
      clicked('ask for a live ticket'),
      invoked('open a live socket'),
      invoked('close a live socket'),
      { socketMinutes: shopMonth.minutesOfSession, socketMessages: shopMonth.minutesOfSession },
    ),
  } satisfies Record<string, Usage>;
}

/** One shop and month, by what causes it. */
export function shopMonthOf(messagesOfBatch: number): Readonly<Record<string, Usage>> {
  const lives = livesOf(messagesOfBatch);
  const { orders } = shopMonth;
  return {
    'gate decisions': times(orders * shopMonth.gateDecisionsOfOrder, lives.allowedByInvoke),
    'order statuses': times(
      orders,
      sum(lives.statuses, { storedGbMonths: (assumptions.bytesOfOrder * assumptions.monthsOfOrder) / 1e9 }),
    ),
    refunds: times(orders * shopMonth.refundsOfOrder, lives.refund),
    profiles: times(orders * shopMonth.profileChangesOfOrder, lives.profile),
    alerts: times(orders * shopMonth.alertsOfOrder, lives.alert),
    'blocks and stopped orders': sum(
      times(shopMonth.blocks, lives.block),
      times(shopMonth.stoppedOrders, lives.denied),
    ),
    console: times(shopMonth.sessions, lives.session),
  };
}
