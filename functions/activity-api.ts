import { activityRoute } from '../shared/seller-api/activity-routes.ts';
import { createActivityStore } from '../shared/activity/store.ts';
import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';

const table = openTable(required('TABLE_NAME'));

/** Who did what in a shop, for its sellers. */
export const handler = httpStack([activityRoute({ table, clock: systemClock, store: createActivityStore(table) })]);
