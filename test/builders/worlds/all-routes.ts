import { createWriteLimitStore } from '../../../shared/write-limit/store.ts';
import { accessNoticeRoute } from '../../../shared/admin/access-notice-route.ts';
import { adminRoutes } from '../../../shared/admin/access-routes.ts';
import { complaintRoutes } from '../../../shared/admin/complaint-routes.ts';
import { createComplaintStore } from '../../../shared/complaints/store.ts';
import { fileComplaintRoute } from '../../../shared/seller-api/complaint-route.ts';
import { readAccessRoute } from '../../../shared/seller-api/access-route.ts';
import { createAccessStore } from '../../../shared/access/store.ts';
import { createMemberStore } from '../../../shared/access/member-store.ts';
import { createSettingsStore } from '../../../shared/notifications/settings-store.ts';
import { fairnessRoute } from '../../../shared/seller-api/fairness-route.ts';
import { memberRoutes } from '../../../shared/seller-api/member-routes.ts';
import { notificationSettingsRoutes } from '../../../shared/seller-api/notification-settings-routes.ts';
import { upholdRoute } from '../../../shared/support/uphold-route.ts';
import { createUpheldStore } from '../../../shared/support/upheld-store.ts';
import { activityRoute } from '../../../shared/seller-api/activity-routes.ts';
import { createActivityStore } from '../../../shared/activity/store.ts';
import { createRemovedBlockStore } from '../../../shared/block-list/removed-store.ts';
import { alertActionRoutes } from '../../../shared/seller-api/alert-action-routes.ts';
import { alertReadingRoutes } from '../../../shared/seller-api/alert-routes.ts';
import { blockListRoutes } from '../../../shared/seller-api/block-list-routes.ts';
import { createBlockListStore } from '../../../shared/block-list/store.ts';
import { exemptionRoutes } from '../../../shared/seller-api/exemption-routes.ts';
import { createExemptionStore } from '../../../shared/exemptions/store.ts';
import { dashboardRoute } from '../../../shared/dashboard/routes.ts';
import { createDashboardStore } from '../../../shared/dashboard/store.ts';
import { publicRoutes } from '../../../shared/public/routes.ts';
import { createNoticeRequestStore } from '../../../shared/notifications/notice-request-store.ts';
import { retaliationRoute } from '../../../shared/support/retaliation/routes.ts';
import { createRetaliationStore } from '../../../shared/support/retaliation/store.ts';
import { supportRoutes } from '../../../shared/support/routes.ts';
import { createSupportStore } from '../../../shared/support/store.ts';
import { checkWaiverRoute } from '../../../shared/performance/waiver-route.ts';
import { createWaiverBuyersStore } from '../../../shared/alerts/reading/waiver-buyers-store.ts';
import { listWaiversRoute } from '../../../shared/seller-api/waiver-routes.ts';
import { createWaiverStore } from '../../../shared/waivers/store.ts';
import { createPreventedStore } from '../../../shared/prevented/store.ts';
import { createPlanReader } from '../../../shared/table/plan-reader.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { buyersOver, lookupLimitOver } from './lookups.ts';
import type { BoundRoute } from '../../../shared/http/http-stack.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { alertStores } from './alert-apis.ts';
import { bulkOver, exportsOver } from './bulk.ts';

/** Every route over one table, but the gate's and that of live tickets, which take more than one. */
export function allRoutes(table: Table, clock: Clock): readonly BoundRoute[] {
  const deps = { reader: createPlanReader(table), clock };
  const writing = { ...deps, newId: newUlid, writeLimit: createWriteLimitStore(table) };
  const supporting = { store: createSupportStore(table), clock, newId: newUlid };
  return [
    ...blockListRoutes({
      ...deps,
      store: createBlockListStore(table),
      newId: newUlid,
      lookupLimit: lookupLimitOver(table),
      prevented: createPreventedStore(table),
      writeLimit: createWriteLimitStore(table),
    }),
    ...exemptionRoutes({
      ...deps,
      store: createExemptionStore(table),
      newId: newUlid,
      lookupLimit: lookupLimitOver(table),
      writeLimit: createWriteLimitStore(table),
    }),
    bulkOver(table, clock),
    ...exportsOver(table, clock),
    ...adminRoutes({ store: createAccessStore(table), clock, newId: newUlid }),
    accessNoticeRoute({
      store: createAccessStore(table),
      requests: createNoticeRequestStore(table),
      clock,
      newId: newUlid,
    }),
    ...complaintRoutes({ complaints: createComplaintStore(table), clock, newId: newUlid }),
    readAccessRoute(deps),
    fileComplaintRoute({
      ...deps,
      store: createComplaintStore(table),
      newId: newUlid,
      writeLimit: createWriteLimitStore(table),
    }),
    ...memberRoutes({ ...writing, members: createMemberStore(table) }),
    ...notificationSettingsRoutes({ ...writing, settings: createSettingsStore(table) }),
    fairnessRoute(deps),
    ...buyersOver(table, clock),
    dashboardRoute({ ...deps, store: createDashboardStore(table) }),
    activityRoute({ ...deps, store: createActivityStore(table), removed: createRemovedBlockStore(table) }),
    ...alertReadingRoutes({ ...deps, ...alertStores(table) }),
    ...alertActionRoutes({ ...deps, ...alertStores(table), newId: newUlid }),
    listWaiversRoute({ ...deps, store: createWaiverStore(table), buyers: createWaiverBuyersStore(table) }),
    checkWaiverRoute({ store: createWaiverStore(table) }),
    ...supportRoutes(supporting),
    upholdRoute({ ...supporting, upheld: createUpheldStore(table) }),
    retaliationRoute({ store: createRetaliationStore(table), clock }),
    ...publicRoutes(),
  ];
}
