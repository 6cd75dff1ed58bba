import { createActivityStore } from '../shared/activity/store.ts';
import { createWaiverBuyersStore } from '../shared/alerts/reading/waiver-buyers-store.ts';
import { createBlockListStore } from '../shared/block-list/store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { exportRoutes } from '../shared/seller-api/export-routes.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = ownTable();

/** The lists of one shop as files, for its sellers. */
export const handler = httpStack(
  exportRoutes({
    reader: createPlanReader(table),
    clock: systemClock,
    blocks: createBlockListStore(table),
    waivers: createWaiverStore(table),
    waiverBuyers: createWaiverBuyersStore(table),
    activity: createActivityStore(table),
  }),
);
