import type { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { gateMetric } from './gate-alarms.ts';
import { ObjectiveAlarms } from './objective-alarms.ts';
import { ownMetric } from './own-metric.ts';
import type { StageContext } from './stage-context.ts';

export interface ObjectivesProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly seller: HttpApi;
  readonly service: HttpApi;
}

/** What is promised to those who ask, as the share of requests that fail. */
export class Objectives extends Construct {
  constructor(scope: Construct, id: string, { config, alarmTopics, seller, service }: ObjectivesProps) {
    super(scope, id);
    const { objectives } = config;
    const common = { config, alarmTopics };
    new ObjectiveAlarms(this, 'Gate', {
      ...common,
      name: 'gate',
      objective: objectives.gate,
      // A call that is throttled is no invocation.
      failing: (period) =>
        new MathExpression({
          expression:
            '100 * (FILL(errors, 0) + FILL(throttled, 0) + FILL(degraded, 0)) / (FILL(calls, 0) + FILL(throttled, 0))',
          usingMetrics: {
            calls: gateMetric(config, 'Invocations', 'Sum').with({ period }),
            errors: gateMetric(config, 'Errors', 'Sum').with({ period }),
            throttled: gateMetric(config, 'Throttles', 'Sum').with({ period }),
            degraded: ownMetric(config, 'Degraded').with({ period }),
          },
          period,
          label: 'Decisions without the store, or none, in percent',
        }),
      hurts: 'Blocked buyers order, or orders wait for an answer.',
    });
    new ObjectiveAlarms(this, 'Seller', {
      ...common,
      name: 'seller',
      objective: objectives.seller,
      failing: failingOf(seller),
      hurts: 'Sellers cannot work with their console.',
    });
    new ObjectiveAlarms(this, 'Service', {
      ...common,
      name: 'service',
      objective: objectives.service,
      failing: failingOf(service),
      hurts: 'Order services, support and ops get errors.',
    });
  }
}

function failingOf(api: HttpApi) {
  return (period: Duration): MathExpression =>
    new MathExpression({
      expression: 'IF(requests > 0, 100 * failed / requests, 0)',
      usingMetrics: {
        requests: api.metricCount({ statistic: 'Sum', period }),
        failed: api.metricServerError({ statistic: 'Sum', period }),
      },
      period,
      label: 'Failed requests, in percent',
    });
}
