import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { supportRoutes } from '../shared/support/routes.ts';
import { createSupportStore } from '../shared/support/store.ts';
import { upholdRoute } from '../shared/support/uphold-route.ts';
import { createUpheldStore } from '../shared/support/upheld-store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const table = ownTable();
const deps = { store: createSupportStore(table), upheld: createUpheldStore(table), clock: systemClock, newId: newUlid };

/** Who blocks a buyer, and lifting or upholding it, for customer support. */
export const handler = httpStack([...supportRoutes(deps), upholdRoute(deps)]);
