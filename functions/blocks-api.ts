import { blockListRoutes } from '../shared/seller-api/block-list-routes.ts';
import { createBlockListStore } from '../shared/block-list/store.ts';
import { createLookupLimitStore } from '../shared/buyers/lookup-limit-store.ts';
import { createLookupMetrics } from '../shared/buyers/lookup-metrics.ts';
import { createPreventedStore } from '../shared/prevented/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';
import { createWriteLimitStore } from '../shared/write-limit/store.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const metrics = createLookupMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`));
const lookupLimit = { store: createLookupLimitStore(table), metrics };

/** The Block List of one shop, for its sellers. */
export const handler = httpStack(
  blockListRoutes({
    reader: createPlanReader(table),
    clock: systemClock,
    store: createBlockListStore(table),
    newId: newUlid,
    lookupLimit,
    prevented: createPreventedStore(table),
    writeLimit: createWriteLimitStore(table),
  }),
);
