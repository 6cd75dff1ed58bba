import { Duration } from 'aws-cdk-lib';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { AlertSchedules } from './alert-schedules.ts';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';
import type { WorkQueue } from './work-queue.ts';

export interface QueueHeartbeatProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly schedules: AlertSchedules;
  readonly queue: WorkQueue;
  /** Without the `ssc-<stage>-` prefix. */
  readonly name: string;
  readonly consumer: ServiceFunction;
  /** One that its consumer has nothing to do for. */
  readonly message: object;
  readonly hurts: string;
}

const everyMinutes = 5;

/**
 * A schedule that goes the way of those that our functions make, with their group, role and queue: nobody waits for one that
 * does not come, so that its absence has to be noticed by a thing that must come.
 */
export class QueueHeartbeat extends Construct {
  constructor(scope: Construct, id: string, props: QueueHeartbeatProps) {
    super(scope, id);
    const { config, alarmTopics, schedules, queue, name, consumer, message, hurts } = props;
    const schedule = new CfnSchedule(this, 'Schedule', {
      name: nameOf(config, `${name}-heartbeat`),
      groupName: schedules.groupName,
      description: 'A message with nothing to do: it shows that those with something to do arrive',
      scheduleExpression: `rate(${everyMinutes} minutes)`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.queue.queueArn,
        roleArn: schedules.roleArn,
        input: JSON.stringify(message),
        retryPolicy: { maximumEventAgeInSeconds: Duration.minutes(everyMinutes).toSeconds(), maximumRetryAttempts: 2 },
      },
    });
    schedule.node.addDependency(schedules);
    new ServiceAlarm(this, 'Missing', {
      config,
      alarmTopics,
      metric: consumer.function.metricInvocations({ statistic: 'Sum' }),
      period: Duration.minutes(everyMinutes),
      periods: 3,
      threshold: 1,
      isHeartbeat: true,
      hurts: `Nothing that is scheduled into ${nameOf(config, name)} arrives. ${hurts}`,
      runbook: 'digests-do-not-come',
    });
  }
}
