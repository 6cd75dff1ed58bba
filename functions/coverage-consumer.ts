import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { cleanMarkers } from '../shared/coverage/clean-markers.ts';
import { coverBlock } from '../shared/coverage/cover-block.ts';
import { followScope } from '../shared/coverage/follow-scope.ts';
import { markedBlockAdded, markedBlockChanged, markedBlockEnded } from '../shared/coverage/marked-block.ts';
import { createStepQueue } from '../shared/coverage/step-queue.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { required } from '../shared/kernel/environment.ts';
import { ownTable } from '../shared/table/own-table.ts';

const deps = {
  store: createLinkStore(ownTable()),
  queue: createStepQueue(required('COVERAGE_STEPS_QUEUE_URL')),
  clock: systemClock,
};

/** Queue of our own block events: guards the linked accounts of a new or widened block, cleans up behind a narrowed or removed one. */
export const handler = eventConsumer(
  onEvent(markedBlockAdded, (block) => coverBlock(deps, block)),
  onEvent(markedBlockChanged, (block) => followScope(deps, block)),
  onEvent(markedBlockEnded, (block) => cleanMarkers(deps, block)),
);
