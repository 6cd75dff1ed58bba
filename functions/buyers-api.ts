import { createLookupMetrics } from '../shared/buyers/lookup-metrics.ts';
import { findBuyerRoute } from '../shared/seller-api/buyer-routes.ts';
import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';

const table = ownTable();
const lookupMetrics = createLookupMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`));

/** The buyers who ordered in one shop, for its sellers. */
export const handler = httpStack([findBuyerRoute({ table, clock: systemClock, lookupMetrics })]);
