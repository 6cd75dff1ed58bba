import type * as z from 'zod';
import type { ShopScope } from '../../access/scope.ts';
import type { OutboxEvent } from '../../events/outbox.ts';
import { type EpochMilliseconds, toTimestamp } from '../../kernel/clock.ts';
import type { EventId } from '../../kernel/ids.ts';
import { alertEvent } from '../alert-event.ts';
import type { Alert, Verdict } from '../rules.ts';
import type {
  alertDismissed,
  orderCancellationRequested,
  refundRejectionRequested,
} from '../../contracts/http/alert-actions.ts';
import type { RequestType } from './rules.ts';

/** Of the two events that a seller's change of an alert leaves: what they did, and that the alert changed. */
export interface ActionEventIds {
  readonly action: EventId;
  readonly change: EventId;
}
export type RequestReason = z.output<
  typeof orderCancellationRequested.detail | typeof refundRejectionRequested.detail
>['reason'];

/** What a request leaves, for the order or refund service and for those who follow alerts. */
export function requestEvents(
  ids: ActionEventIds,
  scope: ShopScope,
  { alert, type, reason }: { readonly alert: Alert; readonly type: RequestType; readonly reason: RequestReason },
  now: EpochMilliseconds,
): readonly OutboxEvent[] {
  const { subject, orderId } = alert;
  const detail = {
    ...common(ids.action, scope, alert, now),
    ...(type === 'cancel_order'
      ? { orderId: subject.id }
      : { refundId: subject.id, ...(orderId === undefined ? {} : { orderId }) }),
    requestedBy: scope.actor.id,
    waiver: { subjectType: subject.type, subjectId: subject.id },
    ...(reason === undefined ? {} : { reason }),
  };
  const name = type === 'cancel_order' ? 'Order Cancellation Requested' : 'Refund Rejection Requested';
  return both(ids, scope, { alert, change: 'action_requested', name, detail }, now);
}

/** What a dismissal leaves, for the risk systems and for those who follow alerts. */
export function dismissalEvents(
  ids: ActionEventIds,
  scope: ShopScope,
  { alert, verdict }: { readonly alert: Alert; readonly verdict: Verdict },
  now: EpochMilliseconds,
): readonly OutboxEvent[] {
  const { kind, subject, orderId } = alert;
  const detail: z.output<typeof alertDismissed.detail> = {
    ...common(ids.action, scope, alert, now),
    kind,
    subject,
    ...(orderId === undefined ? {} : { orderId }),
    verdict,
    dismissedBy: scope.actor.id,
  };
  return both(ids, scope, { alert, change: 'dismissed', name: 'Alert Dismissed', detail }, now);
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
    readonly name: string;
    readonly detail: OutboxEvent['detail'];
  },
  now: EpochMilliseconds,
): readonly OutboxEvent[] {
  return [
    { eventId: ids.action, type: told.name, at: now, actor: scope.actor, detail: told.detail },
    { ...alertEvent(ids.change, scope, told.alert, told.change, now), accompanies: ids.action },
  ];
}
