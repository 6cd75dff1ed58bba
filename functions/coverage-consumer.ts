import { required } from '../shared/kernel/environment.ts';
import { createDeadLetters } from '../shared/events/dead-letters.ts';
import { busEvents, onEvent } from '../shared/events/inbound.ts';
import { queueStack } from '../shared/events/queue-stack.ts';
import { cleanMarkers } from '../shared/coverage/clean-markers.ts';
import { coverBlock } from '../shared/coverage/cover-block.ts';
import { markedBlockAdded, markedBlockEnded } from '../shared/coverage/marked-block.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { openTable } from '../shared/table/client.ts';

const deadLetters = createDeadLetters(required('DEAD_LETTER_QUEUE_URL'));
const store = createLinkStore(openTable(required('TABLE_NAME')));

/** Queue of our own block events: guards the linked accounts of a new block, cleans up behind a removed one. */
export const handler = queueStack({
  deadLetters,
  handle: busEvents([
    onEvent(markedBlockAdded, (block) => coverBlock(store, block)),
    onEvent(markedBlockEnded, (block) => cleanMarkers(store, block)),
  ]),
});
