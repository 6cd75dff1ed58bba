import { createStepQueue } from '../shared/coverage/step-queue.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { required } from '../shared/kernel/environment.ts';
import { createCountsStore } from '../shared/rebuild/counts-store.ts';
import { rebuildHandler } from '../shared/rebuild/handler.ts';
import { createMembershipStore } from '../shared/rebuild/membership-store.ts';
import { createRebuildStore } from '../shared/rebuild/store.ts';
import { ownTable } from '../shared/table/own-table.ts';

const table = ownTable();
const links = {
  store: createLinkStore(table),
  queue: createStepQueue(required('COVERAGE_STEPS_QUEUE_URL')),
  clock: systemClock,
};

/** Invoked by ops: holds derived items against what they are derived from, and mends them. */
export const handler = rebuildHandler({
  store: createRebuildStore(table),
  memberships: createMembershipStore(table),
  counts: createCountsStore(table),
  links,
});
