import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { denialsMetric } from './denials.ts';
import { ownMetric } from './own-metric.ts';
import { scheduleAlarm } from './schedule-alarm.ts';
import { ServiceAlarm } from './service-alarm.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

/** What stands between the parts: rules, schedules, the stream, permissions. */
export class DeliveryAlarms extends Construct {
  constructor(scope: Construct, id: string, { config, alarmTopics }: Pick<StageContext, 'config' | 'alarmTopics'>) {
    super(scope, id);
    const period = Duration.minutes(1);
    const common = { config, alarmTopics, period, threshold: 1 };
    for (const metricName of ['FailedInvocations', 'InvocationsFailedToBeSentToDlq']) {
      new ServiceAlarm(this, metricName, {
        ...common,
        // Of all rules of the bus at once: they come and go with the functions.
        metric: new MathExpression({
          expression: `SELECT SUM(${metricName}) FROM "AWS/Events" WHERE EventBusName = '${nameOf(config)}'`,
          usingMetrics: {},
          label: `${metricName} of all rules`,
        }),
        hurts: `Rules of the bus do not deliver (${metricName}): what the marketplace reports does not happen for sellers.`,
        runbook: 'rules-do-not-deliver',
      });
    }
    scheduleAlarm(this, 'Schedules', {
      config,
      alarmTopics,
      // Where schedules of the templates are.
      group: 'default',
      hurts: 'Events that the stream lost stay unpublished. The group is shared with others of the account.',
    });
    new ServiceAlarm(this, 'OutboxSwept', {
      ...common,
      metric: ownMetric(config, 'OutboxSwept'),
      periods: 3,
      hurts:
        'The sweep publishes what the stream should have: events come a minute late, and linked accounts are guarded later than they should be.',
      runbook: 'the-stream-publishes-nothing',
    });
    new ServiceAlarm(this, 'Denials', {
      ...common,
      metric: denialsMetric(config),
      hurts: 'A function lacks a permission: whatever it is for does not happen, however often it is tried again.',
      runbook: 'a-permission-is-missing',
    });
  }
}
