import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { cleanMarkers } from '../shared/coverage/clean-markers.ts';
import { coverBlock } from '../shared/coverage/cover-block.ts';
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

/** Queue of our own events of blocks and exemptions: guards linked accounts, and cleans up behind what is narrowed or has ended. */
export const handler = eventConsumer(
  onEvent(markedBlockAdded, (block) => coverBlock(deps, block)),
  onEvent(markedBlockChanged, (block) => followScope(deps, block)),
  onEvent(markedBlockEnded, (block) => cleanMarkers(deps, block)),
  ...exemptionEvents(createFollowExemptionStore(table)),
);
