import { alertActionRoutes } from '../shared/seller-api/alert-action-routes.ts';
import { alertReadingRoutes } from '../shared/seller-api/alert-routes.ts';
import { createSubjectStore } from '../shared/alerts/actions/subject-store.ts';
import { createAlertListStore } from '../shared/alerts/reading/store.ts';
import { createSurroundingsStore } from '../shared/alerts/reading/surroundings-store.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';
import { createWriteLimitStore } from '../shared/write-limit/store.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const deps = {
  reader: createPlanReader(table),
  store: createAlertStore(table),
  subjects: createSubjectStore(table),
  lists: createAlertListStore(table),
  surroundings: createSurroundingsStore(table),
  writeLimit: createWriteLimitStore(table),
  clock: systemClock,
  newId: newUlid,
  termsVersion: required('WAIVER_TERMS_VERSION'),
};

/** Alerts and risk tags of one shop, and what its sellers do about them. */
export const handler = httpStack([...alertReadingRoutes(deps), ...alertActionRoutes(deps)]);
