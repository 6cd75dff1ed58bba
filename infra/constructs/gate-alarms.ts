import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { ownMetric } from './own-metric.ts';
import { ServiceAlarm } from './service-alarm.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

const period = Duration.minutes(1);

/** What AWS measures of the gate's function. */
export function gateMetric(config: StageContext['config'], metricName: string, statistic: string): Metric {
  const dimensionsMap = { FunctionName: nameOf(config, 'gate') };
  return new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap, statistic, period });
}

/** The gate never fails for the store: it answers by the failure contract, and only these say that it did. */
export class GateAlarms extends Construct {
  constructor(scope: Construct, id: string, { config, alarmTopics }: Pick<StageContext, 'config' | 'alarmTopics'>) {
    super(scope, id);
    const common = { config, alarmTopics, period };
    const { deadlineMilliseconds, failMode } = config.gate;
    new ServiceAlarm(this, 'Degraded', {
      ...common,
      // One is an incident where there are few calls; among many, one read in a thousand may be late.
      metric: new MathExpression({
        expression: 'IF(degraded >= 1 AND 1000 * degraded >= calls, degraded, 0)',
        usingMetrics: {
          degraded: ownMetric(config, 'Degraded').with({ period }),
          calls: gateMetric(config, 'Invocations', 'Sum'),
        },
        label: 'Degraded decisions, one in a thousand or more',
      }),
      threshold: 1,
      hurts: `The gate decides without the store, and fails ${failMode}: ${
        failMode === 'open'
          ? 'blocked buyers place orders in shops that blocked them.'
          : 'buyers who are not blocked cannot order.'
      }`,
      runbook: 'the-gate-answers-without-the-store',
    });
    new ServiceAlarm(this, 'Slow', {
      ...common,
      metric: gateMetric(config, 'Duration', 'p95'),
      threshold: deadlineMilliseconds,
      hurts: `The gate takes longer than its deadline of ${deadlineMilliseconds} ms: checkouts wait, or order services go on without it.`,
      runbook: 'the-gate-is-slow',
    });
    new ServiceAlarm(this, 'StopNotRecorded', {
      ...common,
      metric: ownMetric(config, 'StopNotRecorded'),
      threshold: 1,
      hurts: 'Orders that the gate stopped are missing in the numbers of their shops; the stopping itself goes on.',
      runbook: 'stopped-orders-are-not-recorded',
      urgency: 'ticket',
    });
  }
}
