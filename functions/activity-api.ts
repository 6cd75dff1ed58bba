import { activityRoute } from '../shared/seller-api/activity-routes.ts';
import { createActivityStore } from '../shared/activity/store.ts';
import { createRemovedBlockStore } from '../shared/block-list/removed-store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';

const table = ownTable();

/** Who did what in a shop, for its sellers. */
export const handler = httpStack([
  activityRoute({
    reader: createPlanReader(table),
    clock: systemClock,
    store: createActivityStore(table),
    removed: createRemovedBlockStore(table),
  }),
]);
