import { createMemberStore } from '../shared/access/member-store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { createSettingsStore } from '../shared/notifications/settings-store.ts';
import { memberRoutes } from '../shared/seller-api/member-routes.ts';
import { notificationSettingsRoutes } from '../shared/seller-api/notification-settings-routes.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWriteLimitStore } from '../shared/write-limit/store.ts';

const table = ownTable();
const deps = {
  reader: createPlanReader(table),
  clock: systemClock,
  newId: newUlid,
  writeLimit: createWriteLimitStore(table),
};

/** What a shop's sellers set for it: who works there, and what it is told of. */
export const handler = httpStack([
  ...memberRoutes({ ...deps, members: createMemberStore(table) }),
  ...notificationSettingsRoutes({ ...deps, settings: createSettingsStore(table) }),
]);
