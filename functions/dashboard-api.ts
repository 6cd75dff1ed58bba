import { dashboardRoute } from '../shared/dashboard/routes.ts';
import { createDashboardStore } from '../shared/dashboard/store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { fairnessRoute } from '../shared/seller-api/fairness-route.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';

const table = ownTable();
const deps = { reader: createPlanReader(table), clock: systemClock };

/** What a shop's sellers see first, and how its blocking looks to the marketplace. */
export const handler = httpStack([
  dashboardRoute({ ...deps, store: createDashboardStore(table) }),
  fairnessRoute(deps),
]);
