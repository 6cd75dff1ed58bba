import { httpStack } from '../shared/http/http-stack.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { checkWaiverRoute } from '../shared/performance/waiver-route.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

/** Is it waived? For the performance service. */
export const handler = httpStack([checkWaiverRoute({ store: createWaiverStore(ownTable()) })]);
