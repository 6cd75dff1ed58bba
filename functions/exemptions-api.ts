import { createLookupLimitStore } from '../shared/buyers/lookup-limit-store.ts';
import { createLookupMetrics } from '../shared/buyers/lookup-metrics.ts';
import { createExemptionStore } from '../shared/exemptions/store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { required } from '../shared/kernel/environment.ts';
import { exemptionRoutes } from '../shared/seller-api/exemption-routes.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { createWriteLimitStore } from '../shared/write-limit/store.ts';

const table = ownTable();
const metrics = createLookupMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`));
const lookupLimit = { store: createLookupLimitStore(table), metrics };

/** The exempt list of one shop, for its sellers. */
export const handler = httpStack(
  exemptionRoutes({
    reader: createPlanReader(table),
    clock: systemClock,
    store: createExemptionStore(table),
    newId: newUlid,
    lookupLimit,
    writeLimit: createWriteLimitStore(table),
  }),
);
