import { adminRoutes } from '../../../shared/admin/access-routes.ts';
import { readAccessRoute } from '../../../shared/seller-api/access-route.ts';
import { createAccessStore } from '../../../shared/access/store.ts';
import { activityRoute } from '../../../shared/seller-api/activity-routes.ts';
import { createActivityStore } from '../../../shared/activity/store.ts';
import { alertActionRoutes } from '../../../shared/seller-api/alert-action-routes.ts';
import { alertReadingRoutes } from '../../../shared/seller-api/alert-routes.ts';
import { blockListRoutes } from '../../../shared/seller-api/block-list-routes.ts';
import { createBlockListStore } from '../../../shared/block-list/store.ts';
import { findBuyerRoute } from '../../../shared/seller-api/buyer-routes.ts';
import { dashboardRoute } from '../../../shared/dashboard/routes.ts';
import { createDashboardStore } from '../../../shared/dashboard/store.ts';
import { publicRoutes } from '../../../shared/public/routes.ts';
import { retaliationRoute } from '../../../shared/support/retaliation/routes.ts';
import { createRetaliationStore } from '../../../shared/support/retaliation/store.ts';
import { supportRoutes } from '../../../shared/support/routes.ts';
import { createSupportStore } from '../../../shared/support/store.ts';
import { checkWaiverRoute } from '../../../shared/performance/waiver-route.ts';
import { listWaiversRoute } from '../../../shared/seller-api/waiver-routes.ts';
import { createWaiverStore } from '../../../shared/waivers/store.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { unheardLookups as lookupMetrics } from '../fakes/lookup-metrics.ts';
import type { BoundRoute } from '../../../shared/http/http-stack.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { alertStores } from './alert-apis.ts';

/** Every route over one table, but the gate's and that of live tickets, which take more than one. */
export function allRoutes(table: Table, clock: Clock): readonly BoundRoute[] {
  return [
    ...blockListRoutes({ table, clock, store: createBlockListStore(table), newId: newUlid, lookupMetrics }),
    ...adminRoutes({ store: createAccessStore(table), clock, newId: newUlid }),
    readAccessRoute({ table, clock }),
    findBuyerRoute({ table, clock, lookupMetrics }),
    dashboardRoute({ table, clock, store: createDashboardStore(table) }),
    activityRoute({ table, clock, store: createActivityStore(table) }),
    ...alertReadingRoutes({ table, clock, ...alertStores(table) }),
    ...alertActionRoutes({ table, clock, ...alertStores(table), newId: newUlid }),
    listWaiversRoute({ table, clock, store: createWaiverStore(table) }),
    checkWaiverRoute({ store: createWaiverStore(table) }),
    ...supportRoutes({ store: createSupportStore(table), clock, newId: newUlid }),
    retaliationRoute({ store: createRetaliationStore(table), clock }),
    ...publicRoutes(),
  ];
}
