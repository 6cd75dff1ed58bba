import { ConflictException, CreateScheduleCommand } from '@aws-sdk/client-scheduler';
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Clock, EpochMilliseconds } from '../kernel/clock.ts';
import { toAtExpression } from './schedule-rules.ts';

/** A message that is to arrive at an instant. */
export interface TimedMessage {
  /** Says what and when: 1 to 64 characters `[0-9a-zA-Z-_.]`. What has the same name is the same schedule. */
  readonly name: string;
  readonly at: EpochMilliseconds;
  readonly message: Readonly<Record<string, unknown>>;
}

export interface Schedules {
  /** Doing it twice does nothing, and nothing is made for what is ten years ahead. Rejects when the schedule may not have been made. */
  add(timed: TimedMessage): Promise<void>;
}

/** Where messages go, and in whose name EventBridge Scheduler sends them. */
export interface ScheduleTarget {
  readonly group: string;
  readonly roleArn: string;
  readonly queueArn: string;
  /** For what the queue did not take. */
  readonly deadLetterArn: string;
}

/** The target in a function's environment. */
export function scheduleTarget(variable: (name: string) => string): ScheduleTarget {
  return {
    group: variable('SCHEDULE_GROUP'),
    roleArn: variable('SCHEDULE_ROLE_ARN'),
    queueArn: variable('SCHEDULE_QUEUE_ARN'),
    deadLetterArn: variable('SCHEDULE_DEAD_LETTER_ARN'),
  };
}

/** Schedules of EventBridge Scheduler, each of which fires once and is then gone. */
export function createScheduleSender(client: SchedulerClient, target: ScheduleTarget, clock: Clock): Schedules {
  return {
    async add({ name, at, message }) {
      const expression = toAtExpression(at, clock.now());
      if (expression === undefined) return;
      const command = new CreateScheduleCommand({
        Name: name,
        GroupName: target.group,
        ScheduleExpression: expression,
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: target.queueArn,
          RoleArn: target.roleArn,
          Input: JSON.stringify(message),
          // Scheduler's own limits, written down.
          RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 },
          DeadLetterConfig: { Arn: target.deadLetterArn },
        },
      });
      await client.send(command).catch((error: unknown) => {
        // It is there already: an earlier delivery made it.
        if (!(error instanceof ConflictException)) throw error;
      });
    },
  };
}
