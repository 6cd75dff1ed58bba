import { quotaUse } from '../block-list/quota-use.ts';
import { zoneAt } from '../access/rules.ts';
import { shopDay } from '../kernel/shop-day.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from '../seller-api/seller-route.ts';
import { type Clock, toTimestamp } from '../kernel/clock.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { ledgerKey, totalsKey } from '../table/keys.ts';
import { waiverStatuses } from '../kernel/words/waivers.ts';
import { readDashboard } from '../contracts/http/dashboard.ts';
import { datesUntil } from './range-rules.ts';
import { actionableKinds, type DashboardStore } from './store.ts';
import { summarize } from './summary-rules.ts';

export interface DashboardDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly store: DashboardStore;
}

/**
 * The dashboard, from counters that were kept when things happened: one read of the access, ledger and totals, one query of
 * the days, and one of each kind's next deadline, however many alerts there are.
 */
export function dashboardRoute(deps: DashboardDeps): BoundRoute {
  return sellerRoute(deps, readDashboard, {
    preload: ({ shopId }) => [ledgerKey(shopId), totalsKey(shopId)],
    async handle({ scope, access, query, loaded, now }) {
      const to = shopDay(access, now).date;
      const dates = datesUntil(to, query.days);
      const from = dates[0] ?? to;
      const [records, ...deadlines] = await Promise.all([
        deps.store.days(scope, from, to),
        ...actionableKinds.map((kind) => deps.store.nextDeadline(scope, kind, now)),
      ]);
      const next = Math.min(...deadlines.map((deadline) => deadline ?? Number.POSITIVE_INFINITY));
      const totals = loaded.get(totalsKey(scope.shopId));
      return {
        status: 200,
        body: {
          timeZone: zoneAt(access, now),
          from,
          to,
          openAlerts: counters(totals, 'open#', actionableKinds),
          actionRequested: counters(totals, 'action_requested#', actionableKinds),
          ...(Number.isFinite(next) ? { nextDeadline: toTimestamp(next) } : {}),
          ...summarize(records, dates),
          waivers: counters(totals, 'waivers#', waiverStatuses),
          ...quotaUse(access, loaded.get(ledgerKey(scope.shopId)), now),
        },
      };
    },
  });
}

function counters(item: Item | undefined, prefix: string, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, Math.max(0, Number(item?.[`${prefix}${name}`] ?? 0))]));
}
