import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { ServiceAlarm } from './service-alarm.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

const period = Duration.minutes(1);

/** What AWS measures of the table. */
export function tableMetric(
  config: StageContext['config'],
  metricName: string,
  statistic = 'Sum',
  dimensions: Readonly<Record<string, string>> = {},
): Metric {
  const dimensionsMap = { TableName: nameOf(config), ...dimensions };
  return new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic, period });
}

/** Everything reads and writes the one table. */
export class TableAlarms extends Construct {
  constructor(scope: Construct, id: string, { config, alarmTopics }: Pick<StageContext, 'config' | 'alarmTopics'>) {
    super(scope, id);
    const common = { config, alarmTopics, period };
    new ServiceAlarm(this, 'ReadsThrottled', {
      ...common,
      metric: tableMetric(config, 'ReadThrottleEvents'),
      threshold: 1,
      hurts: 'Reads of the table are throttled: the gate decides without the store, and sellers wait.',
      runbook: 'the-table-is-throttled',
    });
    new ServiceAlarm(this, 'WritesThrottled', {
      ...common,
      metric: tableMetric(config, 'WriteThrottleEvents'),
      threshold: 10,
      hurts: 'Writes of the table are throttled: sellers wait or are refused, and events are worked on late.',
      runbook: 'the-table-is-throttled',
    });
    const operations = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'TransactWriteItems'];
    const errorsOf = operations.map(
      (Operation, index) => [`m${index}`, tableMetric(config, 'SystemErrors', 'Sum', { Operation })] as const,
    );
    new ServiceAlarm(this, 'SystemErrors', {
      ...common,
      metric: new MathExpression({
        expression: errorsOf.map(([name]) => `FILL(${name}, 0)`).join(' + '),
        usingMetrics: Object.fromEntries(errorsOf),
        label: 'Errors of DynamoDB',
      }),
      threshold: 5,
      hurts: 'DynamoDB fails: the gate decides without the store, and what sellers do fails.',
      runbook: 'the-table-fails',
    });
    new ServiceAlarm(this, 'Slow', {
      ...common,
      metric: tableMetric(config, 'SuccessfulRequestLatency', 'p99', { Operation: 'GetItem' }),
      // Half of the gate's deadline, or less where that is longer: its second read needs the other half.
      threshold: Math.min(50, config.gate.deadlineMilliseconds / 2),
      hurts: 'Reads of the table are slow: the gate is about to decide without the store.',
      runbook: 'the-table-is-slow',
    });
  }
}
