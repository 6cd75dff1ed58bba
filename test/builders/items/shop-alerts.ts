import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { shopDay } from '../../../shared/kernel/shop-day.ts';
import { toAlertItem } from '../../../shared/alerts/items.ts';
import type { Alert } from '../../../shared/alerts/rules.ts';
import type { DayStatsChange } from '../../../shared/stats/rules.ts';
import { addDayStats, addTotals } from '../../../shared/stats/writes.ts';
import type { EpochMilliseconds } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { transact } from '../../../shared/table/transact.ts';
import { noon } from '../fakes/clock.ts';

/** An open alert about an order, as an event may have raised it. */
export function buildOrderAlert(overrides: Partial<Alert> = {}): Alert {
  return {
    alertId: 'alert-1',
    kind: 'security_alert_order',
    status: 'open',
    revision: 1,
    subject: { type: 'order', id: 'order-1' },
    orderId: 'order-1',
    buyerId: 'buyer-1',
    reasons: ['high_cancellation_rate'],
    riskScore: 80,
    amount: { value: '25.50', currency: 'USD' },
    severity: 'high',
    respondBy: noon + 3_600_000,
    flaggedAt: noon,
    raisedAt: noon,
    changedAt: noon,
    ...overrides,
  };
}

/** Puts alerts past the store, many at once; the totals stay as they are. */
export async function putAlerts(table: Table, shopId: string, alerts: readonly Alert[]): Promise<void> {
  const puts = alerts.map((alert) => ({ PutRequest: { Item: toAlertItem(shopId, alert) } }));
  const batches = Array.from({ length: Math.ceil(puts.length / 25) }, (_, index) =>
    puts.slice(index * 25, index * 25 + 25),
  );
  const next = batches.values();
  const work = async () => {
    for (const batch of next) await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: batch } }));
  };
  await Promise.all(Array.from({ length: 8 }, work));
}

/** Counts into the day around an instant, in this zone. */
export async function countAt(
  table: Table,
  shopId: string,
  at: EpochMilliseconds,
  change: Pick<DayStatsChange, 'counts' | 'amount'>,
  timeZone = 'UTC',
): Promise<void> {
  const { key, date, endsAt } = shopDay({ timeZone }, at);
  await transact(table, { day: addDayStats(shopId, { dayKey: key, date, endsAt, ...change }) });
}

/** Adds to a shop's totals. */
export async function addToTotals(table: Table, shopId: string, change: Record<string, number>): Promise<void> {
  await transact(table, { totals: addTotals(shopId, change) });
}
