import { eventConsumer } from '../shared/events/consumer.ts';
import { onEvent } from '../shared/events/inbound.ts';
import { buyerLinkGroupChanged } from '../shared/contracts/events/buyer-link-group-changed.ts';
import { changeLinkGroup } from '../shared/coverage/change-link-group.ts';
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

/** Queue of link events: keeps groups, and lets the blocks that depend on them follow. */
export const handler = eventConsumer(
  onEvent(buyerLinkGroupChanged, async (change) => {
    await changeLinkGroup(deps, change);
  }),
);
