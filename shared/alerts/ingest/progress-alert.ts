import type { ShopScope } from '../../access/scope.ts';
import type { OutboxEvent } from '../../events/outbox.ts';
import { type EpochMilliseconds, toTimestamp } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { EventId, ShopId } from '../../kernel/ids.ts';
import { rounds } from '../../kernel/retry-on-change.ts';
import type { Table } from '../../table/client.ts';
import { alertKey } from '../../table/keys.ts';
import { readSettled } from '../../table/settled-read.ts';
import { readSettlement } from '../../waivers/read-settlement.ts';
import { alertEvent } from '../alert-event.ts';
import { alertIdOf } from '../alert-id.ts';
import { toAlert } from '../items.ts';
import type { Alert } from '../rules.ts';
import type { Progress } from './progress-rules.ts';
import type { IngestDeps } from './raise-alert.ts';

/** An order or refund, as its own service names it. */
export interface ActionableSubject {
  readonly type: 'order' | 'refund';
  readonly id: string;
}

const mostRounds = 10;
const kinds = { order: 'security_alert_order', refund: 'risk_refund' } as const;

/**
 * The alert of an order or refund, if there is one, after every transaction that has begun on it: a flag that was decided on an
 * earlier status may be becoming visible just now, and nobody would come back for it.
 */
export async function readAlertOf(
  table: Table,
  shopId: ShopId,
  subject: ActionableSubject,
): Promise<Alert | undefined> {
  const [item] = await readSettled(table, [alertKey(shopId, alertIdOf(shopId, kinds[subject.type], subject))]);
  return toAlert(item);
}

/**
 * Does to the alert of an order or refund what its service said, together with the waiver of a seller's request. Whether or
 * not the shop still has access: a waiver that was promised is kept.
 *
 * @param found the alert when it has been read already, by `readAlertOf` after the order or refund was recorded.
 * @throws AppError `unavailable` when others keep changing it: deliver it again.
 */
export async function progressAlert(
  deps: IngestDeps,
  scope: ShopScope,
  subject: ActionableSubject,
  follow: (alert: Alert, now: EpochMilliseconds) => Progress | undefined,
  found?: { readonly alert: Alert | undefined },
): Promise<void> {
  const ids = { change: deps.newId(), waived: deps.newId() };
  const now = deps.clock.now();
  for (const round of rounds(mostRounds)) {
    const before = round === 0 && found ? found.alert : await readAlertOf(deps.table, scope.shopId, subject);
    const progress = before && follow(before, now);
    if (!progress) return;
    const { after, event, change } = progress;
    const waiver = await readSettlement(deps.table, scope.shopId, subject, progress.waiver, now);
    const changed = alertEvent(ids.change, scope, after, change, now);
    const events =
      waiver?.after.status === 'granted'
        ? [penaltyWaived(ids.waived, scope, after, subject, now), { ...changed, accompanies: ids.waived }]
        : [changed];
    if (await deps.store.save(scope, { before, after, event, events, now, waiver })) return;
  }
  throw new AppError('unavailable', 'The alert changes too fast. Nothing was changed; deliver it again.');
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
