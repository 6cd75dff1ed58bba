import { dashboardRoute } from '../../../../shared/dashboard/routes.ts';
import { createDashboardStore } from '../../../../shared/dashboard/store.ts';
import type { RangeSummary } from '../../../../shared/dashboard/summary-rules.ts';
import type { Clock } from '../../../../shared/kernel/clock.ts';
import { createPlanReader } from '../../../../shared/table/plan-reader.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { callRoute } from '../../../builders/worlds/seller-api.ts';

export interface Dashboard extends RangeSummary {
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly openAlerts: Readonly<Record<string, number>>;
  readonly actionRequested: Readonly<Record<string, number>>;
  readonly nextDeadline?: string;
  readonly waivers: Readonly<Record<string, number>>;
  readonly blocks: object;
  readonly newBlocksToday: object;
}

/** Asks for shops' dashboards as a viewer of these shops: `ask('s', { days: '7' })`. */
export function dashboardOf(table: Table, clock: Clock, shops = 's:viewer') {
  const route = dashboardRoute({ reader: createPlanReader(table), clock, store: createDashboardStore(table) });
  const ask = (shopId: string, query: Record<string, string> = {}) =>
    callRoute(route, {
      path: `/v1/shops/${shopId}/dashboard`,
      pathParameters: { shopId },
      claims: { sub: 'ann', shops, scope: 'ssc/seller' },
      query,
    });
  return {
    ask,
    read: async (query?: Record<string, string>) => (await ask('s', query)).body as unknown as Dashboard,
  };
}
