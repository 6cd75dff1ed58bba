import type { Clock } from '../kernel/clock.ts';
import type { StepQueue } from './step-queue.ts';
import type { LinkStore } from './store.ts';

/** What all work on markers needs. */
export interface CoverageDeps {
  readonly store: LinkStore;
  /** Takes what is more than one invocation should do. */
  readonly queue: StepQueue;
  readonly clock: Clock;
}
