import type { ShopScope } from '../access/scope.ts';
import { addDayStats, addTotals } from '../stats/writes.ts';
import type { DayStatsChange } from '../stats/rules.ts';
import { type OutboxEvent, outboxItem } from '../events/outbox.ts';
import { type IdempotentUse, recordWrite } from '../idempotency/record.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, alertKey } from '../table/keys.ts';
import { type Condition, transact, type Write } from '../table/transact.ts';
import { waiverWrite, type WaiverChange } from '../waivers/waiver-write.ts';
import { historyWrites } from './history-writes.ts';
import { toAlert, toAlertItem } from './items.ts';
import { type AlertEvent, statusesBefore } from './machine-rules.ts';
import { type AlertStatus, alertStatuses } from '../kernel/words/alerts.ts';
import type { Alert, AlertId } from './rules.ts';
import { totalsOf } from './totals-rules.ts';

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
    readonly idempotency?:
      | { readonly use: IdempotentUse; readonly outcome: Readonly<Record<string, unknown>> }
      | undefined;
  };
  /** Checks of what the decision was made from, and counters of others, by a name of their own. */
  readonly also?: Readonly<Record<string, Write>>;
}

export interface AlertStore {
  read(scope: ShopScope, alertId: AlertId): Promise<Alert | undefined>;
  /** `false` when something that it was decided on has changed: decide again on a new read. */
  save(scope: ShopScope, write: AlertWrite): Promise<boolean>;
}

export function createAlertStore(table: Table): AlertStore {
  return {
    async read({ shopId }, alertId) {
      const key = alertKey(shopId, alertId);
      return toAlert((await batchGet(table, [key])).get(key));
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
        idempotency: seller?.idempotency && recordWrite(seller.idempotency.use, seller.idempotency.outcome, now),
        ...write.also,
      });
      return outcome.type === 'committed';
    },
  };
}

const accessIsActive: Condition = {
  expression: '#state = :active',
  names: { '#state': 'state' },
  values: { ':active': 'active' },
};

/** The machine's own arrows as a condition, beside the revision: whatever the code before decided, no illegal step is written. */
export function unchanged(before: Alert | undefined, event: AlertWrite['event']): Condition {
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
