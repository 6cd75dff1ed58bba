import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { followBlock, followRemoval } from '../shared/coverage/follow-removal.ts';
import { followScope } from '../shared/coverage/follow-scope.ts';
import { markedBlockAdded, markedBlockChanged, markedBlockEnded } from '../shared/coverage/marked-block.ts';
import { createStepQueue } from '../shared/coverage/step-queue.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { exemptionEvents } from '../shared/exemptions/follow-exemption.ts';
import { createFollowExemptionStore } from '../shared/exemptions/follow-store.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { required } from '../shared/kernel/environment.ts';
import { ownTable } from '../shared/table/own-table.ts';

const table = ownTable();
const deps = {
  store: createLinkStore(table),
  queue: createStepQueue(required('COVERAGE_STEPS_QUEUE_URL')),
  clock: systemClock,
};

/** Queue of our own events of blocks and exemptions: guards the linked accounts of a new, restored or widened block, and cleans up behind what is narrowed or has ended. */
export const handler = eventConsumer(
  onEvent(markedBlockAdded, (block) => followBlock(deps, block)),
  onEvent(markedBlockChanged, (block) => followScope(deps, block)),
  onEvent(markedBlockEnded, (block) => followRemoval(deps, block)),
  ...exemptionEvents(createFollowExemptionStore(table)),
);
