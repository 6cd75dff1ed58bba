import { coverageStep } from '../../../shared/contracts/messages/coverage-step.ts';
import type { CoverageStep } from '../../../shared/contracts/messages/coverage-step.ts';
import { changeLinkGroup as change } from '../../../shared/coverage/change-link-group.ts';
import type { LinkGroupChange, LinkGroupOutcome } from '../../../shared/coverage/change-link-group.ts';
import { cleanMarkers as clean } from '../../../shared/coverage/clean-markers.ts';
import { coverBlock as cover } from '../../../shared/coverage/cover-block.ts';
import type { CoverageDeps } from '../../../shared/coverage/deps.ts';
import { followBlock as comeBack, followRemoval as end } from '../../../shared/coverage/follow-removal.ts';
import { followScope as follow } from '../../../shared/coverage/follow-scope.ts';
import type { AddedBlock, MarkedBlock, RescopedBlock } from '../../../shared/coverage/marked-block.ts';
import type { Covered } from '../../../shared/coverage/rules.ts';
import type { StepQueue } from '../../../shared/coverage/step-queue.ts';
import { createLinkStore } from '../../../shared/coverage/store.ts';
import { workOnStep } from '../../../shared/coverage/work-on-step.ts';
import type { Clock } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { systemClock, toTimestamp } from '../../../shared/kernel/clock.ts';
import { noon } from '../fakes/clock.ts';

/** Keeps what was sent, as JSON, as the queue does. */
export interface TestStepQueue extends StepQueue {
  readonly waiting: CoverageStep[];
  readonly sent: CoverageStep[];
}

export function buildStepQueue(): TestStepQueue {
  const waiting: CoverageStep[] = [];
  const sent: CoverageStep[] = [];
  return {
    waiting,
    sent,
    async send(steps) {
      const read = steps.map((step) => coverageStep.parse(JSON.parse(JSON.stringify(step))));
      waiting.push(...read);
      sent.push(...read);
    },
  };
}

export function coverageDeps(table: Table, queue: StepQueue, clock: Clock = systemClock): CoverageDeps {
  return { store: createLinkStore(table), queue, clock };
}

export interface Delivery {
  readonly clock?: Clock | undefined;
  /** Where steps wait; one that outlives the process shows what is left after a crash. */
  readonly queue?: TestStepQueue;
  /** How often each message is tried. */
  readonly deliver?: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Does work on markers, and then each step that waits, and those that these send, until none is left. One that fails waits on. */
export async function toTheEnd<Result>(
  table: Table,
  work: (deps: CoverageDeps) => Promise<Result>,
  { clock = systemClock, queue = buildStepQueue(), deliver = (once) => once() }: Delivery = {},
): Promise<Result> {
  const deps = coverageDeps(table, queue, clock);
  const result = await deliver(() => work(deps));
  for (let step = queue.waiting[0]; step; step = queue.waiting[0]) {
    const present = step;
    await deliver(() => workOnStep(deps, present));
    queue.waiting.splice(queue.waiting.indexOf(present), 1);
  }
  return result;
}

export const changeLinkGroup = (
  table: Table,
  clock: Clock,
  event: LinkGroupChange,
  delivery: Delivery = {},
): Promise<LinkGroupOutcome> => toTheEnd(table, (deps) => change(deps, event), { ...delivery, clock });
export const coverBlock = (table: Table, event: MarkedBlock, delivery?: Delivery): Promise<void> =>
  toTheEnd(table, (deps) => cover(deps, event), delivery);
export const followScope = (table: Table, event: RescopedBlock, clock?: Clock, delivery?: Delivery): Promise<void> =>
  toTheEnd(table, (deps) => follow(deps, event), { ...delivery, clock });
export const followBlock = (table: Table, event: AddedBlock, delivery?: Delivery): Promise<void> =>
  toTheEnd(table, (deps) => comeBack(deps, event), delivery);
export const followRemoval = (table: Table, event: MarkedBlock, delivery?: Delivery): Promise<void> =>
  toTheEnd(table, (deps) => end(deps, { ...event, occurredAt: toTimestamp(noon) }), delivery);
export const cleanMarkers = (
  table: Table,
  event: MarkedBlock,
  covered?: Covered,
  clock?: Clock,
  delivery?: Delivery,
): Promise<void> => toTheEnd(table, (deps) => clean(deps, event, covered), { ...delivery, clock });
