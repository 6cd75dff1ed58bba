import { createComplaintStore } from '../shared/complaints/store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { readAccessRoute } from '../shared/seller-api/access-route.ts';
import { fileComplaintRoute } from '../shared/seller-api/complaint-route.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWriteLimitStore } from '../shared/write-limit/store.ts';

const table = ownTable();
const deps = { reader: createPlanReader(table), clock: systemClock };

/** A shop's access and quotas, for its sellers, and their complaint once it has ended. */
export const handler = httpStack([
  readAccessRoute(deps),
  fileComplaintRoute({
    ...deps,
    store: createComplaintStore(table),
    newId: newUlid,
    writeLimit: createWriteLimitStore(table),
  }),
]);
