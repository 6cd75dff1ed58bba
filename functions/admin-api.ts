import { adminRoutes } from '../shared/access/admin-routes.ts';
import { createAccessStore } from '../shared/access/store.ts';
import { required } from '../shared/config.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const store = createAccessStore(openTable(required('TABLE_NAME')));

/** Who has access, for ops. */
export const handler = httpStack(adminRoutes({ store, clock: systemClock, newId: newUlid }));
