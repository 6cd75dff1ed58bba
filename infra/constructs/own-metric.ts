import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricNamespace } from '../../shared/kernel/words/metric-names.ts';
import type { MetricName } from '../../shared/kernel/words/metric-names.ts';
import type { StageContext } from './stage-context.ts';

/** What the product itself counts, summed up. */
export function ownMetric({ stage }: StageContext['config'], metricName: MetricName): Metric {
  return new Metric({ namespace: metricNamespace, metricName, dimensionsMap: { Stage: stage }, statistic: 'Sum' });
}
