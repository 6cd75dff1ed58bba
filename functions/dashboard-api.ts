import { dashboardRoute } from '../shared/dashboard/routes.ts';
import { createDashboardStore } from '../shared/dashboard/store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';

const table = ownTable();

/** What a shop's sellers see first. */
export const handler = httpStack([
  dashboardRoute({ reader: createPlanReader(table), clock: systemClock, store: createDashboardStore(table) }),
]);
