import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { directMessages } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { stoppedCandidates } from '../shared/contracts/messages/stopped-candidates.ts';
import { countStoppedOrders } from '../shared/stopped-orders/count-stopped-orders.ts';
import { createStoppedOrderStore } from '../shared/stopped-orders/store.ts';
import { openTable } from '../shared/table/client.ts';
import { newUlid } from '../shared/table/ulid.ts';

const deps = { store: createStoppedOrderStore(openTable(required('TABLE_NAME'))), newId: newUlid };

/** Counts the orders that the gate stopped. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: directMessages(stoppedCandidates, (message) => countStoppedOrders(deps, message)),
});
