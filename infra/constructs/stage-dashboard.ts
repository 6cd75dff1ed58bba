import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, MathExpression, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '../../shared/kernel/words/metric-names.ts';
import { denialsMetric } from './denials.ts';
import { gateMetric } from './gate-alarms.ts';
import { ownMetric } from './own-metric.ts';
import { globalNameOf, nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';
import { tableMetric } from './table-alarms.ts';

export interface StageDashboardProps extends Pick<StageContext, 'config'> {
  readonly seller: HttpApi;
  readonly service: HttpApi;
}

const period = Duration.minutes(1);

type Row = readonly [title: string, widgets: readonly IWidget[]];

/** One page for a stage: what orders, sellers and the marketplace see of it, and then the parts. */
export class StageDashboard extends Construct {
  constructor(scope: Construct, id: string, { config, seller, service }: StageDashboardProps) {
    super(scope, id);
    const rows: readonly Row[] = [
      ['The gate: does each order get a decision, in time and with the store?', ofGate(config)],
      ['Sellers: can they work?', ofApi(seller)],
      ['Services: do they get answers?', ofApi(service)],
      ['Events: is everything worked on in time?', ofEvents(config)],
      ['Functions and the table', ofParts(config)],
      ['What sellers are told, and who looks too often', ofSellers(config)],
    ];
    new Dashboard(this, 'Dashboard', {
      dashboardName: globalNameOf(config, 'stage'),
      widgets: rows.flatMap(([title, widgets]) => [[heading(title)], [...widgets]]),
    });
  }
}

type Config = StageContext['config'];

const own = (config: Config, name: MetricName): IMetric => ownMetric(config, name).with({ period });

function ofGate(config: Config): readonly IWidget[] {
  return [
    graph('Calls', gateMetric(config, 'Invocations', 'Sum'), own(config, 'Denied')),
    graph(
      'Without the store',
      own(config, 'Degraded'),
      own(config, 'StopNotRecorded'),
      gateMetric(config, 'Errors', 'Sum'),
      gateMetric(config, 'Throttles', 'Sum'),
    ),
    graph('Milliseconds', ...['p50', 'p95', 'p99'].map((of) => gateMetric(config, 'Duration', of))),
  ];
}

function ofEvents(config: Config): readonly IWidget[] {
  const queues = (metric: string): IMetric => search(config, `{AWS/SQS,QueueName} MetricName="${metric}"`, 'Maximum');
  return [
    graph('Oldest message, in seconds', queues('ApproximateAgeOfOldestMessage')),
    graph('Messages, dead letters among them', queues('ApproximateNumberOfMessagesVisible')),
    graph('Published by the sweep, and denied', own(config, 'OutboxSwept'), denialsMetric(config).with({ period })),
  ];
}

function ofParts(config: Config): readonly IWidget[] {
  const functions = (metric: string, statistic: string): IMetric =>
    search(config, `{AWS/Lambda,FunctionName} MetricName="${metric}"`, statistic);
  const table = (metric: string): IMetric => tableMetric(config, metric);
  return [
    graph('Errors', functions('Errors', 'Sum')),
    graph('Environments', functions('ConcurrentExecutions', 'Maximum')),
    graph('Capacity units', table('ConsumedReadCapacityUnits'), table('ConsumedWriteCapacityUnits')),
    graph('Throttled', table('ReadThrottleEvents'), table('WriteThrottleEvents')),
  ];
}

function ofSellers(config: Config): readonly IWidget[] {
  return [
    graph('Mails', own(config, 'NoticeFailed'), own(config, 'PossiblyRepeatedNotice')),
    graph('Pushes that failed', own(config, 'LivePushFailed')),
    graph('Lookups beyond the limit', own(config, 'LookupRefused')),
  ];
}

function ofApi(api: HttpApi): readonly IWidget[] {
  return [
    graph('Requests', api.metricCount({ statistic: 'Sum', period })),
    graph(
      'Refused and failed',
      api.metricClientError({ statistic: 'Sum', period }),
      api.metricServerError({ statistic: 'Sum', period }),
    ),
    graph('Milliseconds', ...['p50', 'p95', 'p99'].map((statistic) => api.metricLatency({ statistic, period }))),
  ];
}

function graph(title: string, ...left: readonly IMetric[]): GraphWidget {
  return new GraphWidget({ title, left: [...left], width: 6, height: 6, leftYAxis: { min: 0 } });
}

function heading(markdown: string): TextWidget {
  return new TextWidget({ markdown: `## ${markdown}`, width: 24, height: 1 });
}

/** All resources of the stage that there are when somebody looks. */
function search(config: Config, what: string, statistic: string): MathExpression {
  return new MathExpression({
    expression: `SEARCH('${what} "${nameOf(config)}-"', '${statistic}', 60)`,
    usingMetrics: {},
    label: '',
    period,
  });
}
