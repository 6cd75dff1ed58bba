import type { ShopScope } from '../../access/scope.ts';
import type { OutboxEvent } from '../../events/outbox.ts';
import { toTimestamp } from '../../kernel/clock.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { EventId } from '../../kernel/ids.ts';
import { alertEvent } from '../alert-event.ts';
import type { Alert, Verdict } from '../rules.ts';
import type { OrderCancellationRequested } from '../../contracts/events/order-cancellation-requested.ts';
import type { RefundRejectionRequested } from '../../contracts/events/refund-rejection-requested.ts';
import { cancellationReasons, rejectionReasons } from '../../kernel/words/requests.ts';
import type { RequestType } from './rules.ts';

/** Of the two events that a seller's change of an alert leaves: what they did, and that the alert changed. */
export interface ActionEventIds {
  readonly action: EventId;
  readonly change: EventId;
}
export type RequestReason = OrderCancellationRequested['reason'] | RefundRejectionRequested['reason'];

/** What a request leaves, for the order or refund service and for those who follow alerts. */
export function requestEvents(
  ids: ActionEventIds,
  scope: ShopScope,
  request: { readonly alert: Alert; readonly type: RequestType; readonly reason: RequestReason },
  now: EpochMilliseconds,
): readonly OutboxEvent[] {
  const event = request.type === 'cancel_order' ? cancellationRequested : rejectionRequested;
  return both(
    ids,
    scope,
    { alert: request.alert, change: 'action_requested', action: event(ids, scope, request, now) },
    now,
  );
}

function cancellationRequested(
  { action }: ActionEventIds,
  scope: ShopScope,
  { alert, reason }: { readonly alert: Alert; readonly reason: RequestReason },
  now: EpochMilliseconds,
): OutboxEvent<'Order Cancellation Requested'> {
  const detail: OrderCancellationRequested = {
    ...common(action, scope, alert, now),
    orderId: alert.subject.id,
    requestedBy: scope.actor.id,
    waiver: { subjectType: 'order', subjectId: alert.subject.id },
    ...knownReason(cancellationReasons, reason),
  };
  return { eventId: action, type: 'Order Cancellation Requested', at: now, actor: scope.actor, detail };
}

function rejectionRequested(
  { action }: ActionEventIds,
  scope: ShopScope,
  { alert, reason }: { readonly alert: Alert; readonly reason: RequestReason },
  now: EpochMilliseconds,
): OutboxEvent<'Refund Rejection Requested'> {
  const { subject, orderId } = alert;
  const detail: RefundRejectionRequested = {
    ...common(action, scope, alert, now),
    refundId: subject.id,
    ...(orderId === undefined ? {} : { orderId }),
    requestedBy: scope.actor.id,
    waiver: { subjectType: 'refund', subjectId: subject.id },
    ...knownReason(rejectionReasons, reason),
  };
  return { eventId: action, type: 'Refund Rejection Requested', at: now, actor: scope.actor, detail };
}

/** The routes take no other reasons than those of their own event. */
function knownReason<Reason>(reasons: readonly Reason[], said: unknown): { readonly reason?: Reason } {
  const reason = reasons.find((one) => one === said);
  return reason === undefined ? {} : { reason };
}

/** What a dismissal leaves, for the risk systems and for those who follow alerts. */
export function dismissalEvents(
  ids: ActionEventIds,
  scope: ShopScope,
  { alert, verdict }: { readonly alert: Alert; readonly verdict: Verdict },
  now: EpochMilliseconds,
): readonly OutboxEvent[] {
  const { kind, subject, orderId } = alert;
  const action: OutboxEvent<'Alert Dismissed'> = {
    eventId: ids.action,
    type: 'Alert Dismissed',
    at: now,
    actor: scope.actor,
    detail: {
      ...common(ids.action, scope, alert, now),
      kind,
      subject,
      ...(orderId === undefined ? {} : { orderId }),
      verdict,
      dismissedBy: scope.actor.id,
    },
  };
  return both(ids, scope, { alert, change: 'dismissed', action }, now);
}

function common(eventId: EventId, { shopId }: ShopScope, { alertId }: Alert, now: EpochMilliseconds) {
  return { version: 1, eventId, shopId, alertId, occurredAt: toTimestamp(now) } as const;
}

function both(
  ids: ActionEventIds,
  scope: ShopScope,
  told: {
    readonly alert: Alert;
    readonly change: 'action_requested' | 'dismissed';
    readonly action: OutboxEvent;
  },
  now: EpochMilliseconds,
): readonly OutboxEvent[] {
  return [told.action, { ...alertEvent(ids.change, scope, told.alert, told.change, now), accompanies: ids.action }];
}
