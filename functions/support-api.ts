import { required } from '../shared/kernel/environment.ts';
import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { supportRoutes } from '../shared/support/routes.ts';
import { createSupportStore } from '../shared/support/store.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const store = createSupportStore(openTable(required('TABLE_NAME')));

/** Who blocks a buyer, and lifting it, for customer support. */
export const handler = httpStack(supportRoutes({ store, clock: systemClock, newId: newUlid }));
