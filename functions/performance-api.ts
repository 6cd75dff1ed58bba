import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { openTable } from '../shared/table/client.ts';
import { checkWaiverRoute } from '../shared/performance/waiver-route.ts';
import { createWaiverStore } from '../shared/waivers/store.ts';

/** Is it waived? For the performance service. */
export const handler = httpStack([checkWaiverRoute({ store: createWaiverStore(openTable(required('TABLE_NAME'))) })]);
