import { stoppedCandidates } from '../shared/contracts/messages/stopped-candidates.ts';
import { countStoppedOrders } from '../shared/stopped-orders/count-stopped-orders.ts';
import { createStoppedOrderStore } from '../shared/stopped-orders/store.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { newUlid } from '../shared/table/ulid.ts';
import { messageConsumer } from '../shared/events/consumer.ts';

const deps = { store: createStoppedOrderStore(ownTable()), newId: newUlid };

/** Counts the orders that the gate stopped. */
export const handler = messageConsumer(stoppedCandidates, (message) => countStoppedOrders(deps, message));
