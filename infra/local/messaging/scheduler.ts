import { randomUUID } from 'node:crypto';
import type { Deployment, ScheduleModel } from '../assembly/deployment.ts';
import { invokeAsynchronously } from '../compute/asynchronous-invocation.ts';
import type { AccessAnswer, Authorizer, Functions, Journal, LocalClock, Log, Queues } from '../ports.ts';
import type { Poller } from './queue-poller.ts';
import { compileSchedule } from './schedule-expression.ts';
import type { ScheduleTimes } from './schedule-times.ts';
import { toScheduleInput } from './schedule-input.ts';

export interface SchedulerOptions {
  readonly clock: LocalClock;
  readonly journal: Journal;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly authorizer: Authorizer;
  readonly log: Log;
}

const TOPIC = 'schedules';
const LOOK_EVERY_MILLISECONDS = 250;
const COMPACT_EVERY = 1_000;

interface Firing {
  readonly schedule: string;
  /** Epoch milliseconds on the local clock. */
  readonly at: number;
}

/**
 * The deployment's schedules on the local clock. After an advance, or a restart, whatever fell due meanwhile fires
 * once, however often it would have fired.
 *
 * A schedule invokes its function as an event with the schedule's own role; a refusal goes to its dead-letter queue.
 *
 * @throws Error naming the schedule for an unknown expression or target; from `start`, what its role may not do.
 */
export function createScheduler(deployment: Deployment, options: SchedulerOptions): Poller {
  const { clock, journal, log } = options;
  const history = journal.replay(TOPIC) as readonly Firing[];
  const last = new Map(history.map(({ schedule, at }) => [schedule, at]));
  let records = history.length;
  const schedules = deployment.schedules
    .filter((model) => model.enabled)
    .map((model) => ({ model, times: compileTimes(model), invocation: findInvocation(deployment, model) }));
  let timer: NodeJS.Timeout | undefined;

  const remember = (schedule: string, at: number): void => {
    last.set(schedule, at);
    records += 1;
    if (records < COMPACT_EVERY) journal.append({ topic: TOPIC, value: { schedule, at } satisfies Firing });
    else {
      const current = [...last].map(([name, instant]): Firing => ({ schedule: name, at: instant }));
      journal.compact(TOPIC, current);
      records = current.length;
    }
  };

  const look = (): void => {
    const now = clock.now();
    for (const { model, times } of schedules) {
      const due = times.firstDue(last.get(model.arn) ?? now, now);
      if (due === undefined) continue;
      remember(model.arn, now);
      fire(model, due);
    }
  };

  const fire = (model: ScheduleModel, scheduledTime: number): void => {
    const input = toScheduleInput(deployment, model, { scheduledTime, executionId: randomUUID() });
    const answer = decide(model, 'lambda:InvokeFunction', model.targetArn);
    if (answer.allowed) {
      invokeAsynchronously(options.functions, model.targetArn, JSON.parse(input) as unknown, log);
      return;
    }
    log(`Schedule ${model.name} could not invoke ${model.targetArn}: ${answer.message}`);
    if (model.deadLetterArn !== undefined && decide(model, 'sqs:SendMessage', model.deadLetterArn).allowed) {
      options.queues.send(model.deadLetterArn, { body: input });
    }
  };

  const decide = (model: ScheduleModel, action: string, resource: string): AccessAnswer =>
    options.authorizer.decide({
      principal: { type: 'role', roleArn: model.roleArn, accessKeyId: '', label: `schedule ${model.name}` },
      action,
      resource,
      context: {},
    });

  return {
    start() {
      for (const { model, invocation } of schedules) {
        const needs = [
          invocation,
          ...(model.deadLetterArn === undefined ? [] : [{ action: 'sqs:SendMessage', resource: model.deadLetterArn }]),
        ];
        for (const { action, resource } of needs) {
          const answer = decide(model, action, resource);
          if (!answer.allowed) throw new Error(`${model.path}: ${answer.message}`);
        }
        // A rate counts from the first start.
        if (!last.has(model.arn)) remember(model.arn, clock.now());
      }
      clock.onAdvance(() => {
        if (timer) look();
      });
      timer = setInterval(look, LOOK_EVERY_MILLISECONDS).unref();
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

function findInvocation(
  deployment: Deployment,
  model: ScheduleModel,
): { readonly action: string; readonly resource: string } {
  if (!deployment.functions.some((candidate) => candidate.arn === model.targetArn)) {
    throw new Error(`${model.path}: the target ${model.targetArn} is not a function of the deployment.`);
  }
  return { action: 'lambda:InvokeFunction', resource: model.targetArn };
}
