import { createLookupMetrics } from '../shared/buyers/lookup-metrics.ts';
import { createLookupLimitStore } from '../shared/buyers/lookup-limit-store.ts';
import { createLookupStore } from '../shared/buyers/lookup-store.ts';
import { buyerRoutes } from '../shared/seller-api/buyer-routes.ts';
import { standingRoute } from '../shared/seller-api/standing-route.ts';
import { createStandingStore } from '../shared/standing/store.ts';
import { listed, required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';

const table = ownTable();
const metrics = createLookupMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`));
const lookupLimit = { store: createLookupLimitStore(table), metrics };

const deps = { reader: createPlanReader(table), clock: systemClock, lookupLimit };

/** The buyers who ordered in one shop, for its sellers. */
const strongEvidence = new Set(listed('STRONG_EVIDENCE'));

export const handler = httpStack([
  ...buyerRoutes({ ...deps, strongEvidence, store: createLookupStore(table) }),
  standingRoute({ ...deps, standing: createStandingStore(table) }),
]);
