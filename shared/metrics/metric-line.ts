import { systemClock } from '../kernel/clock.ts';

/**
 * One count in CloudWatch's embedded metric format, as a line for standard output: no call to make.
 *
 * @param properties stand beside the metric in the log, and are no dimensions of it.
 */
export function metricLine(
  stage: string,
  metric: string,
  by: number,
  properties: Readonly<Record<string, string>> = {},
): string {
  return JSON.stringify({
    _aws: {
      Timestamp: systemClock.now(),
      CloudWatchMetrics: [
        { Namespace: 'SellerSecurityCenter', Dimensions: [['Stage']], Metrics: [{ Name: metric, Unit: 'Count' }] },
      ],
    },
    Stage: stage,
    ...properties,
    [metric]: by,
  });
}
