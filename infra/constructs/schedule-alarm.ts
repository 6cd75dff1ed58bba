import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { ServiceAlarm } from './service-alarm.ts';
import type { StageContext } from './stage-context.ts';

export interface ScheduleAlarmProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  /** Of the schedules. */
  readonly group: string;
  readonly hurts: string;
}

/** Schedules that reach neither their target nor, where they have them, its dead letters. */
export function scheduleAlarm(scope: Construct, id: string, { group, hurts, ...common }: ScheduleAlarmProps): void {
  const period = Duration.minutes(1);
  const metric = (metricName: string): Metric =>
    new Metric({
      namespace: 'AWS/Scheduler',
      metricName,
      dimensionsMap: { ScheduleGroup: group },
      statistic: 'Sum',
      period,
    });
  new ServiceAlarm(scope, id, {
    ...common,
    metric: new MathExpression({
      expression: 'FILL(errors, 0) + FILL(dropped, 0) + FILL(lost, 0)',
      usingMetrics: {
        errors: metric('TargetErrorCount'),
        dropped: metric('InvocationDroppedCount'),
        lost: metric('InvocationsFailedToBeSentToDeadLetterCount'),
      },
      label: 'Schedules that did not deliver',
    }),
    period,
    threshold: 1,
    hurts: `Schedules of the group ${group} do not deliver. ${hurts}`,
    runbook: 'schedules-do-not-deliver',
  });
}
