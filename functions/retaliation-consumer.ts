import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { countBlock, countedBlock } from '../shared/support/retaliation/count-block.ts';
import { createRetaliationStore } from '../shared/support/retaliation/store.ts';
import { openTable } from '../shared/table/client.ts';

const store = createRetaliationStore(openTable(required('TABLE_NAME')));

/** Our own block events: counts each block, and whether it looks retaliatory, for the report of ops. */
export const handler = queueStack({
  deadLetters: createDeadLetters(required('DEAD_LETTER_QUEUE_URL')),
  handle: busEvents([onEvent(countedBlock, countBlock(store))]),
});
