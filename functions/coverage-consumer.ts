import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { cleanMarkers } from '../shared/coverage/clean-markers.ts';
import { coverBlock } from '../shared/coverage/cover-block.ts';
import { followScope } from '../shared/coverage/follow-scope.ts';
import { markedBlockAdded, markedBlockChanged, markedBlockEnded } from '../shared/coverage/marked-block.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { ownTable } from '../shared/table/own-table.ts';

const store = createLinkStore(ownTable());

/** Queue of our own block events: guards the linked accounts of a new or widened block, cleans up behind a narrowed or removed one. */
export const handler = eventConsumer(
  onEvent(markedBlockAdded, (block) => coverBlock(store, block)),
  onEvent(markedBlockChanged, (block) => followScope(store, block)),
  onEvent(markedBlockEnded, (block) => cleanMarkers(store, block)),
);
