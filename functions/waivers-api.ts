import { createWaiverBuyersStore } from '../shared/alerts/reading/waiver-buyers-store.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';
import { listWaiversRoute } from '../shared/seller-api/waiver-routes.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

const table = ownTable();

/** The waivers of one shop, for its sellers. */
export const handler = httpStack([
  listWaiversRoute({
    reader: createPlanReader(table),
    clock: systemClock,
    store: createWaiverStore(table),
    buyers: createWaiverBuyersStore(table),
  }),
]);
