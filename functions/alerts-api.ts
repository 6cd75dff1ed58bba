import { alertActionRoutes } from '../shared/alerts/actions/routes.ts';
import { alertReadingRoutes } from '../shared/alerts/reading/routes.ts';
import { createAlertStore } from '../shared/alerts/store.ts';
import { required } from '../shared/config.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = openTable(required('TABLE_NAME'));
const deps = { table, clock: systemClock, store: createAlertStore(table), newId: newUlid };

/** Alerts and risk tags of one shop, and what its sellers do about them. */
export const handler = httpStack([...alertReadingRoutes(deps), ...alertActionRoutes(deps)]);
