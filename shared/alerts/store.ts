import type { ShopScope, TokenScope } from '../access/scope.ts';
import { addDayStats, addTotals } from '../stats/writes.ts';
import type { DayStatsChange } from '../stats/rules.ts';
import { outboxItem } from '../events/outbox.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { recordWrite } from '../idempotency/record.ts';
import type { OutcomeOfUse } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, alertKey, withdrawalKey } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { readSettled } from '../table/settled-read.ts';
import { transact } from '../table/transact.ts';
import type { Condition, Write } from '../table/transact.ts';
import { waiverWrite } from '../waivers/items.ts';
import type { WaiverChange } from '../waivers/items.ts';
import { historyWrites } from './history-writes.ts';
import { toAlert, toAlertItem } from './items.ts';
import { statusesBefore } from './machine-rules.ts';
import type { AlertEvent } from './machine-rules.ts';
import { alertStatuses } from '../kernel/words/alerts.ts';
import type { AlertStatus } from '../kernel/words/alerts.ts';
import type { Alert, AlertId } from './rules.ts';
import { subjectKey, subjectUnchanged } from './subject-items.ts';
import type { ToldSubject } from './subject-rules.ts';
import { totalsOf } from './totals-rules.ts';
import { withdrawalUnchanged } from './withdrawal-items.ts';

/** One change of one alert, with everything that is true only together with it. */
export interface AlertWrite {
  /** As read; absent for one that is not there yet. */
  readonly before: Alert | undefined;
  readonly after: Alert;
  /** What led from one to the other: the states from which it leads anywhere become part of the condition. */
  readonly event: AlertEvent | 'announced' | 'buyer_corrected';
  readonly events: readonly OutboxEvent[];
  readonly now: EpochMilliseconds;
  readonly waiver?: WaiverChange | undefined;
  readonly dayStats?: DayStatsChange;
  /** A seller's write holds only while the shop's access is active. */
  readonly seller?: {
    readonly idempotency?: OutcomeOfUse | undefined;
  };
  /** What else the decision was made from: the write holds only while it stands so. */
  readonly seen?: Seen | undefined;
}

/** What stands around an alert, as it was read. */
export interface Seen {
  /** The order or refund; `undefined` for one that has not been told of. */
  readonly subject: ToldSubject | undefined;
  /** Up to when flags are taken back; absent where it decides nothing. */
  readonly withdrawal?: { readonly at: EpochMilliseconds | undefined };
}

export interface AlertStore {
  read(scope: ShopScope, alertId: AlertId): Promise<Alert | undefined>;
  /**
   * The alert after every transaction that has begun on it: a flag that was decided on an earlier status may be becoming
   * visible just now, and nobody would come back for it.
   */
  readSettled(scope: ShopScope, alertId: AlertId): Promise<Alert | undefined>;
  /** `false` when something that it was decided on has changed: decide again on a new read. */
  save(scope: ShopScope, write: AlertWrite): Promise<boolean>;
}

/** For a seller's request about one alert. */
export function alertRead({ shopId }: TokenScope, alertId: AlertId): ReadPlan<Alert | undefined> {
  const key = alertKey(shopId, alertId);
  return { keys: [key], decode: (items) => toAlert(items.get(key)) };
}

export function createAlertStore(table: Table): AlertStore {
  return {
    async read({ shopId }, alertId) {
      const key = alertKey(shopId, alertId);
      return toAlert((await batchGet(table, [key])).get(key));
    },

    async readSettled({ shopId }, alertId) {
      const [item] = await readSettled(table, [alertKey(shopId, alertId)]);
      return toAlert(item);
    },

    async save({ shopId }, write) {
      const { before, after, now, seller } = write;
      const events = write.events.map((event, index) => [`event${index}`, { put: outboxItem(shopId, event) }] as const);
      const outcome = await transact<string>(table, {
        alert: { put: toAlertItem(shopId, after), condition: unchanged(before, write.event) },
        totals: addTotals(shopId, totalsOf(before, after, write.waiver)),
        ...historyWrites(shopId, before, after),
        dayStats: write.dayStats && addDayStats(shopId, write.dayStats),
        waiver: write.waiver && waiverWrite(shopId, write.waiver),
        ...Object.fromEntries(events),
        access: seller && { check: accessKey(shopId), condition: accessIsActive },
        idempotency: seller?.idempotency && recordWrite(seller.idempotency, now),
        ...seenChecks(shopId, after, write.seen),
      });
      return outcome.type === 'committed';
    },
  };
}

function seenChecks(shopId: ShopId, { alertId, subject }: Alert, seen: Seen | undefined): Record<string, Write> {
  const subjectAt = seen && subjectKey(shopId, subject);
  return {
    ...(subjectAt && { subject: { check: subjectAt, condition: subjectUnchanged(seen.subject) } }),
    ...(seen?.withdrawal && {
      withdrawal: { check: withdrawalKey(shopId, alertId), condition: withdrawalUnchanged(seen.withdrawal.at) },
    }),
  };
}

const accessIsActive: Condition = {
  expression: '#state = :active',
  names: { '#state': 'state' },
  values: { ':active': 'active' },
};

/** The machine's own arrows as a condition, beside the revision: whatever the code before decided, no illegal step is written. */
function unchanged(before: Alert | undefined, event: AlertWrite['event']): Condition {
  if (!before) return { expression: 'attribute_not_exists(pk)' };
  const from = statusesOf(event);
  const values = Object.fromEntries(from.map((status, index) => [`:from${index}`, status]));
  return {
    expression: `revision = :revision AND #status IN (${Object.keys(values).join(', ')})`,
    names: { '#status': 'status' },
    values: { ':revision': before.revision, ...values },
  };
}

/** Those in which it may happen. Whom an alert is about can be put right in any. */
function statusesOf(event: AlertWrite['event']): readonly AlertStatus[] {
  if (event === 'announced') return ['open'];
  return event === 'buyer_corrected' ? alertStatuses : statusesBefore(event);
}
