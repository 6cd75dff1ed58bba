import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Named, ScheduledFunction } from '../function-definition.ts';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface ScheduleProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly definition: Named<ScheduledFunction>;
  readonly target: ServiceFunction;
}

/** Runs a function at a rate. A run that fails is not repeated for long: the next one does its work. */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id);
    const { config, alarmTopics, definition } = props;
    const { schedule, everyMinutes, hurts } = definition;
    const { functionArn } = props.target.function;
    const role = new Role(this, 'Role', {
      // Only for schedules of this account, so that nobody else's schedule can borrow the role.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    const unit = everyMinutes === 1 ? 'minute' : 'minutes';
    // The L2 target also grants every version and alias of the function.
    new CfnSchedule(this, 'Schedule', {
      name: nameOf(config, schedule.name),
      description: schedule.description,
      scheduleExpression: `rate(${everyMinutes} ${unit})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: role.roleArn,
        retryPolicy: {
          maximumEventAgeInSeconds: Duration.minutes(Math.max(1, everyMinutes)).toSeconds(),
          maximumRetryAttempts: 2,
        },
      },
    });
    new ServiceAlarm(this, 'NotRun', {
      config,
      alarmTopics,
      metric: props.target.function.metricInvocations({ statistic: 'Sum' }),
      period: Duration.minutes(everyMinutes),
      periods: 3,
      threshold: 1,
      isHeartbeat: true,
      hurts: `${nameOf(config, schedule.name)} does not run. ${hurts}`,
      runbook: 'a-schedule-does-not-run',
    });
  }
}
