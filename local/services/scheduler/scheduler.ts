import type { Account } from '../../core/assembly/resource.ts';
import type { SchedulerTemplate, ScheduleModel } from './model.ts';
import type { LambdaTemplate } from '../lambda/model.ts';
import type { SqsTemplate } from '../sqs/model.ts';
import type { Journal } from '../../core/state/journal.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { Poller } from '../lambda/event-sources/queue-poller.ts';
import type { ScheduleBook } from './schedule-book.ts';
import { compileSchedule } from './schedule-expression.ts';
import { createScheduleFiring } from './schedule-firing.ts';
import type { FiringOptions } from './schedule-firing.ts';
import type { ScheduleTimes } from './schedule-times.ts';

export interface SchedulerOptions extends FiringOptions {
  readonly clock: LocalClock;
  readonly journal: Journal;
  readonly book: Pick<ScheduleBook, 'takeDue'>;
}

const topic = 'schedules';
const lookEveryMilliseconds = 250;
const compactEvery = 1_000;

interface Firing {
  readonly schedule: string;
  /** Epoch milliseconds on the local clock. */
  readonly at: number;
}

/**
 * Fires the deployment's schedules, and those that callers have made, by the local clock. After an advance, or a
 * restart, whatever fell due meanwhile fires once, however often it would have fired.
 *
 * @throws Error naming the schedule for an unknown expression; from `start`, for what a schedule of the template could
 *   not reach. One that a caller made meets that when it fires.
 */
export function createScheduler(
  deployment: Account & SchedulerTemplate & LambdaTemplate & SqsTemplate,
  options: SchedulerOptions,
): Poller {
  const { clock, journal, log } = options;
  const history = journal.replay(topic) as readonly Firing[];
  const last = new Map(history.map(({ schedule, at }) => [schedule, at]));
  let records = history.length;
  const firing = createScheduleFiring(deployment, options);
  const schedules = deployment.schedules
    .filter((model) => model.enabled)
    .map((model) => ({ model, times: compileTimes(model) }));
  let timer: NodeJS.Timeout | undefined;

  const remember = (schedule: string, at: number): void => {
    last.set(schedule, at);
    records += 1;
    if (records < compactEvery) journal.append({ topic: topic, value: { schedule, at } satisfies Firing });
    else {
      const current = [...last].map(([name, instant]): Firing => ({ schedule: name, at: instant }));
      journal.compact(topic, current);
      records = current.length;
    }
  };

  const fire = (model: ScheduleModel, scheduledTime: number, settle?: () => void): void => {
    firing.fire(model, scheduledTime).then(settle, (error: Error) => {
      // A defect of ours. A one-time schedule is left unsettled, and fires again after the next start.
      log(`Schedule ${model.name} was not fired: ${error.message}`);
    });
  };
  const look = (): void => {
    const now = clock.now();
    for (const { model, times } of schedules) {
      const due = times.firstDue(last.get(model.arn) ?? now, now);
      if (due === undefined) continue;
      remember(model.arn, now);
      fire(model, due);
    }
    for (const { model, scheduledTime, settle } of options.book.takeDue(now)) fire(model, scheduledTime, settle);
  };

  return {
    start() {
      for (const { model } of schedules) {
        const obstacle = firing.findObstacle(model);
        if (obstacle !== undefined) throw new Error(`${model.path}: ${obstacle}`);
        // A rate counts from the first start.
        if (!last.has(model.arn)) remember(model.arn, clock.now());
      }
      clock.onAdvance(() => {
        if (timer) look();
      });
      timer = setInterval(look, lookEveryMilliseconds).unref();
    },
    close() {
      clearInterval(timer);
      timer = undefined;
      return Promise.resolve();
    },
  };
}

function compileTimes(model: ScheduleModel): ScheduleTimes {
  try {
    return compileSchedule(model.expression, model.timeZone);
  } catch (error) {
    throw new Error(`${model.path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
