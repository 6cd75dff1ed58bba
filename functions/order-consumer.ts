import { orderStatusChanged } from '../shared/buyers/contract.ts';
import { createOrderStore } from '../shared/buyers/order-store.ts';
import { recordOrder } from '../shared/buyers/record-order.ts';
import { required } from '../shared/config.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { openTable } from '../shared/table/client.ts';

/** Keeps which buyer ordered in which shop, and how many of their orders are open. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([onEvent(orderStatusChanged, recordOrder(createOrderStore(openTable(required('TABLE_NAME')))))]),
});
