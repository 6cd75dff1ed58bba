import { cleanExpired } from '../shared/coverage/clean-expired.ts';
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

/** The table's stream, blocks that the TTL deleted or that a new one replaced: cleans up their markers. */
export const handler = cleanExpired(deps);
