import { quotaUse } from '../block-list/quota-use.ts';
import { ledgerRead } from '../block-list/store.ts';
import { zoneAt } from '../access/rules.ts';
import { shopDay } from '../kernel/shop-day.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from '../seller-api/seller-route.ts';
import type { SellerDeps } from '../seller-api/seller-route.ts';
import { toTimestamp } from '../kernel/clock.ts';
import { combineReads } from '../table/read-plan.ts';
import { readDashboard } from '../contracts/http/dashboard.ts';
import { datesUntil } from './range-rules.ts';
import { actionableKinds, totalsRead } from './store.ts';
import type { DashboardStore } from './store.ts';
import { summarize } from './summary-rules.ts';

export interface DashboardDeps extends SellerDeps {
  readonly store: DashboardStore;
}

/**
 * The dashboard, from counters that were kept when things happened: one read of the access, ledger and totals, one query of
 * the days, and one of each kind's next deadline, however many alerts there are.
 */
export function dashboardRoute(deps: DashboardDeps): BoundRoute {
  return sellerRoute(deps, readDashboard, {
    read: (token) => combineReads({ ledger: ledgerRead(token), totals: totalsRead(token) }),
    async handle({ scope, access, query, loaded: { ledger, totals }, now }) {
      const to = shopDay(access, now).date;
      const dates = datesUntil(to, query.days);
      const from = dates[0] ?? to;
      const [records, ...deadlines] = await Promise.all([
        deps.store.days(scope, from, to),
        ...actionableKinds.map((kind) => deps.store.nextDeadline(scope, kind, now)),
      ]);
      const next = Math.min(...deadlines.map((deadline) => deadline ?? Number.POSITIVE_INFINITY));
      return {
        status: 200,
        body: {
          timeZone: zoneAt(access, now),
          from,
          to,
          openAlerts: totals.openAlerts,
          actionRequested: totals.actionRequested,
          ...(Number.isFinite(next) ? { nextDeadline: toTimestamp(next) } : {}),
          ...summarize(records, dates),
          waivers: totals.waivers,
          ...quotaUse(access, ledger, now),
        },
      };
    },
  });
}
