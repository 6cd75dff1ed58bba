import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { supportRoutes } from '../shared/support/routes.ts';
import { createSupportStore } from '../shared/support/store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';

const store = createSupportStore(ownTable());

/** Who blocks a buyer, and lifting it, for customer support. */
export const handler = httpStack(supportRoutes({ store, clock: systemClock, newId: newUlid }));
