import { createBlockListStore } from '../shared/block-list/store.ts';
import { createBeginStore } from '../shared/bulk-blocks/begin-store.ts';
import { createBulkLimitStore } from '../shared/bulk-blocks/limit-store.ts';
import { createLookupStore } from '../shared/buyers/lookup-store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { bulkBlocksRoute } from '../shared/seller-api/bulk-blocks-route.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();

/** Several blocks of one shop at once, for its sellers. */
export const handler = httpStack([
  bulkBlocksRoute({
    reader: createPlanReader(table),
    clock: systemClock,
    store: createBlockListStore(table),
    lookups: createLookupStore(table),
    limit: createBulkLimitStore(table),
    begin: createBeginStore(table),
    newId: newUlid,
  }),
]);
