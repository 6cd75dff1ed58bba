import type { ShopScope } from '../../access/scope.ts';
import { createActivityStore } from '../../activity/store.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import { toOrder } from '../../orders/items.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { alertKey, orderKey } from '../../table/keys.ts';
import { toAlert } from '../items.ts';
import type { ShownAlert } from './likeness-rules.ts';

export interface RecentAlertsStore {
  /** Alerts about orders that were raised in the shop of late, as they are now: by when they were raised, which leans to none of them. */
  recent(scope: ShopScope, now: EpochMilliseconds): Promise<readonly ShownAlert[]>;
}

/** Of the shop's activity: one page. */
const eventsRead = 500;
const mostAlerts = 100;

export function createRecentAlertsStore(table: Table): RecentAlertsStore {
  const { list } = createActivityStore(table);
  return {
    async recent(scope, now) {
      const { shopId } = scope;
      const { items } = await list(scope, { limit: eventsRead, after: undefined, now });
      const ids = items.flatMap(({ type, detail: { kind, alertId } }) =>
        type === 'Alert Raised' && kind === 'security_alert_order' ? [String(alertId)] : [],
      );
      const keys = ids.slice(0, mostAlerts).map((alertId) => alertKey(shopId, alertId));
      const found = await batchGet(table, keys);
      const alerts = keys.flatMap((key) => toAlert(found.get(key)) ?? []);
      const orders = await batchGet(
        table,
        alerts.map(({ subject }) => orderKey(shopId, subject.id)),
      );
      return alerts.map((alert) => ({
        alert,
        placedAt: toOrder(orders.get(orderKey(shopId, alert.subject.id)))?.createdAt,
      }));
    },
  };
}
