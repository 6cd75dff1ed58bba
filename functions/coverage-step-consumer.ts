import { coverageStep } from '../shared/contracts/messages/coverage-step.ts';
import { createStepQueue } from '../shared/coverage/step-queue.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { required } from '../shared/kernel/environment.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { workOnStep } from '../shared/coverage/work-on-step.ts';
import { messageConsumer } from '../shared/events/consumer.ts';

const deps = {
  store: createLinkStore(ownTable()),
  queue: createStepQueue(required('COVERAGE_STEPS_QUEUE_URL')),
  clock: systemClock,
};

/** Work on markers that is more than one invocation should do, a step at a time. */
export const handler = messageConsumer(coverageStep, (step) => workOnStep(deps, step));
