import { blockListRoutes } from '../shared/seller-api/block-list-routes.ts';
import { createBlockListStore } from '../shared/block-list/store.ts';
import { createLookupMetrics } from '../shared/buyers/lookup-metrics.ts';
import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const lookupMetrics = createLookupMetrics(required('STAGE'), (line) => process.stdout.write(`${line}\n`));

/** The Block List of one shop, for its sellers. */
export const handler = httpStack(
  blockListRoutes({ table, clock: systemClock, store: createBlockListStore(table), newId: newUlid, lookupMetrics }),
);
