import { accessNoticeRoute } from '../shared/admin/access-notice-route.ts';
import { adminRoutes } from '../shared/admin/access-routes.ts';
import { complaintRoutes } from '../shared/admin/complaint-routes.ts';
import { createAccessStore } from '../shared/access/store.ts';
import { createComplaintStore } from '../shared/complaints/store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { createNoticeRequestStore } from '../shared/notifications/notice-request-store.ts';
import { retaliationRoute } from '../shared/support/retaliation/routes.ts';
import { createRetaliationStore } from '../shared/support/retaliation/store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const store = createAccessStore(table);
const deps = { store, clock: systemClock, newId: newUlid };

/** Who has access, who complains that it has ended, and whose blocking looks retaliatory, for ops. */
export const handler = httpStack([
  ...adminRoutes(deps),
  accessNoticeRoute({ ...deps, requests: createNoticeRequestStore(table) }),
  ...complaintRoutes({ ...deps, complaints: createComplaintStore(table) }),
  retaliationRoute({ store: createRetaliationStore(table), clock: systemClock }),
]);
