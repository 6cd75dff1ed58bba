import { addDayStats, addTotals } from '../../../shared/stats/writes.ts';
import { shopDay } from '../../../shared/kernel/shop-day.ts';
import type { Alert } from '../../../shared/alerts/rules.ts';
import type { Table } from '../../../shared/table/client.ts';
import { transact } from '../../../shared/table/transact.ts';
import { orderAlert, outcomeAlert, refundAlert } from '../../builders/worlds/alert-apis.ts';
import { noon } from '../../builders/fakes/clock.ts';
import { putAlerts } from '../../builders/items/shop-alerts.ts';
import { accessItem } from '../../builders/items/stored-items.ts';
import { putItems } from '../../builders/items/table-items.ts';

const dayMilliseconds = 86_400_000;
const days = 90;

/** A shop with so many alerts, of every kind and state and all of one size, and with counters as they would have left them. */
export async function fillShop(table: Table, shopId: string, alerts: number): Promise<void> {
  await putItems(table, accessItem(shopId));
  await putAlerts(
    table,
    shopId,
    Array.from({ length: alerts }, (_, index) => alertAt(shopId, index)),
  );
  await transact(table, { totals: addTotals(shopId, { 'open#security_alert_order': alerts / 4 }) });
  for (let day = 0; day < days; day++) {
    const { key, date, endsAt } = shopDay({ timeZone: 'UTC' }, noon - day * dayMilliseconds);
    const counts = { 'fraud#abusive_review': 1, 'stopped#other': 2 };
    await transact(table, { day: addDayStats(shopId, { dayKey: key, date, endsAt, counts }) });
  }
}

/** A half waits, of two kinds; the rest has ended. */
function alertAt(shopId: string, index: number): Alert {
  const name = String(index).padStart(6, '0');
  const at = noon + index;
  if (index % 4 === 0) return orderAlert(shopId, name, { respondBy: at });
  if (index % 4 === 1) return refundAlert(shopId, name, { respondBy: at });
  if (index % 4 === 2) return outcomeAlert(shopId, name, { changedAt: at });
  return orderAlert(shopId, name, { status: index % 8 === 3 ? 'dismissed' : 'expired', changedAt: at });
}
