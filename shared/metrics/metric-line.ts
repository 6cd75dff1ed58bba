import { systemClock } from '../kernel/clock.ts';
import { metricNamespace } from '../kernel/words/metric-names.ts';
import type { MetricName } from '../kernel/words/metric-names.ts';

/**
 * One count in CloudWatch's embedded metric format, as a line for standard output: no call to make.
 *
 * @param properties stand beside the metric in the log, and are no dimensions of it.
 */
export function metricLine(
  stage: string,
  metric: MetricName,
  by: number,
  properties: Readonly<Record<string, string>> = {},
): string {
  return JSON.stringify({
    _aws: {
      Timestamp: systemClock.now(),
      CloudWatchMetrics: [
        { Namespace: metricNamespace, Dimensions: [['Stage']], Metrics: [{ Name: metric, Unit: 'Count' }] },
      ],
    },
    Stage: stage,
    ...properties,
    [metric]: by,
  });
}
