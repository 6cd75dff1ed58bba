import type { ShopScope } from '../../access/scope.ts';
import type { OutboxEvent } from '../../events/outbox.ts';
import { toTimestamp } from '../../kernel/clock.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { EventId } from '../../kernel/ids.ts';
import { retryOnChange } from '../../kernel/retry-on-change.ts';
import { readSettlement } from '../../waivers/read-settlement.ts';
import type { WaiverStore } from '../../waivers/store.ts';
import { alertEvent } from '../alert-event.ts';
import { alertIdAbout } from '../alert-id.ts';
import type { ActionableSubject } from '../alert-id.ts';
import type { Alert } from '../rules.ts';
import type { AlertWrite } from '../store.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { Progress } from './progress-rules.ts';

export interface ProgressDeps extends IngestDeps {
  readonly waivers: Pick<WaiverStore, 'read'>;
}

const mostRounds = 10;

/**
 * Does to the alert of an order or refund what its service said, together with the waiver of a seller's request. Whether or
 * not the shop still has access: a waiver that was promised is kept.
 *
 * @param found the alert when it has been read already, settled and after the order or refund was recorded.
 * @throws AppError `unavailable` when others keep changing it: deliver it again.
 */
export function progressAlert(
  { alerts, waivers, clock, newId }: ProgressDeps,
  scope: ShopScope,
  subject: ActionableSubject,
  follow: (alert: Alert, now: EpochMilliseconds) => Progress | undefined,
  found?: { readonly alert: Alert | undefined },
): Promise<void> {
  const alertId = alertIdAbout(scope.shopId, subject);
  const ids = { change: newId(), waived: newId() };
  const now = clock.now();
  return retryOnChange<Alert | undefined, AlertWrite, void>({
    read: async (again) => (found && !again ? found.alert : alerts.readSettled(scope, alertId)),
    async decide(before) {
      const progress = before && follow(before, now);
      if (!progress) return { type: 'end', result: undefined };
      const { after, event, change } = progress;
      const waiver = await readSettlement(waivers, scope, subject, progress.waiver, now);
      const changed = alertEvent(ids.change, scope, after, change, now);
      const events =
        waiver?.after.status === 'granted'
          ? [penaltyWaived(ids.waived, scope, after, subject, now), { ...changed, accompanies: ids.waived }]
          : [changed];
      return { type: 'write', write: { before, after, event, events, now, waiver }, result: undefined };
    },
    save: (write) => alerts.save(scope, write),
    mostRounds,
    changesTooFast: 'The alert changes too fast. Nothing was changed; deliver it again.',
  });
}

function penaltyWaived(
  eventId: EventId,
  { shopId, actor }: ShopScope,
  { alertId }: Alert,
  subject: ActionableSubject,
  now: EpochMilliseconds,
): OutboxEvent {
  return {
    eventId,
    type: 'Penalty Waived',
    at: now,
    actor,
    detail: {
      version: 1,
      eventId,
      shopId,
      alertId,
      subjectType: subject.type,
      subjectId: subject.id,
      status: 'granted',
      grantedAt: toTimestamp(now),
      occurredAt: toTimestamp(now),
    },
  };
}
