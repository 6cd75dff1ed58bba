import { withoutUndefined } from '../../core/assembly/json.ts';
import type { BookedSchedule } from './schedule-journal.ts';
import type { ScheduleDefinition } from './requests.ts';

/** A definition as the schedule book keeps it. */
export function toBooked(
  given: ScheduleDefinition,
  arn: string,
  times: Pick<BookedSchedule, 'createdAt' | 'modifiedAt'>,
): BookedSchedule {
  const { Target } = given;
  const model = withoutUndefined({
    name: given.Name,
    arn,
    path: arn,
    expression: given.ScheduleExpression,
    timeZone: given.ScheduleExpressionTimezone,
    enabled: given.State === 'ENABLED',
    targetArn: Target.Arn,
    roleArn: Target.RoleArn,
    input: Target.Input,
    deadLetterArn: Target.DeadLetterConfig?.Arn,
    maximumRetryAttempts: Target.RetryPolicy.MaximumRetryAttempts,
    maximumEventAgeSeconds: Target.RetryPolicy.MaximumEventAgeInSeconds,
  });
  const deletesItself = given.ActionAfterCompletion === 'DELETE';
  const description = given.Description === undefined ? {} : { description: given.Description };
  return { model, group: given.GroupName, ...description, deletesItself, ...times, completed: false };
}

/** A schedule as ListSchedules tells it; times are epoch seconds. */
export function summarizeSchedule({ model, group, createdAt, modifiedAt }: BookedSchedule) {
  return {
    Arn: model.arn,
    CreationDate: createdAt / 1000,
    GroupName: group,
    LastModificationDate: modifiedAt / 1000,
    Name: model.name,
    State: model.enabled ? 'ENABLED' : 'DISABLED',
    Target: { Arn: model.targetArn },
  };
}

/** A schedule as GetSchedule tells it. */
export function describeSchedule(schedule: BookedSchedule): object {
  const { model, description: Description, deletesItself } = schedule;
  const { deadLetterArn, input: Input, maximumEventAgeSeconds, maximumRetryAttempts } = model;
  const Target = {
    Arn: model.targetArn,
    RoleArn: model.roleArn,
    Input,
    DeadLetterConfig: deadLetterArn === undefined ? undefined : { Arn: deadLetterArn },
    RetryPolicy: {
      MaximumEventAgeInSeconds: maximumEventAgeSeconds,
      MaximumRetryAttempts: maximumRetryAttempts,
    },
  };
  return {
    ...summarizeSchedule(schedule),
    ActionAfterCompletion: deletesItself ? 'DELETE' : 'NONE',
    Description,
    FlexibleTimeWindow: { Mode: 'OFF' },
    ScheduleExpression: model.expression,
    ScheduleExpressionTimezone: model.timeZone,
    Target,
  };
}
