import type { ShopScope } from '../access/scope.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId } from '../kernel/ids.ts';
import type { AlertChange } from '../kernel/words/alerts.ts';
import type { Alert } from './rules.ts';

/** Each write of an alert tells of itself by one of these, beside the event of its own that some writes have. */
export function alertEvent(
  eventId: EventId,
  scope: ShopScope,
  alert: Alert,
  change: AlertChange,
  now: EpochMilliseconds,
): OutboxEvent<'Alert Raised' | 'Alert Changed'> {
  return {
    eventId,
    type: change === 'raised' ? 'Alert Raised' : 'Alert Changed',
    at: now,
    actor: scope.actor,
    detail: {
      version: 1,
      eventId,
      shopId: scope.shopId,
      alertId: alert.alertId,
      kind: alert.kind,
      status: alert.status,
      change,
      revision: alert.revision,
      severity: alert.severity,
      subject: alert.subject,
      ...(alert.orderId === undefined ? {} : { orderId: alert.orderId }),
      buyerId: alert.buyerId,
      ...(alert.category === undefined ? {} : { category: alert.category }),
      ...(alert.about === undefined ? {} : { about: alert.about }),
      ...(alert.amount === undefined ? {} : { amount: alert.amount }),
      ...(alert.respondBy === undefined ? {} : { respondBy: toTimestamp(alert.respondBy) }),
      ...(alert.deadlineGivenAt === undefined ? {} : { deadlineGivenAt: toTimestamp(alert.deadlineGivenAt) }),
      ...(alert.status === 'action_requested' && alert.lastAction
        ? { requestedAt: toTimestamp(alert.lastAction.requestedAt) }
        : {}),
      raisedAt: toTimestamp(alert.raisedAt),
      occurredAt: toTimestamp(now),
    },
  };
}
