import { describe, expect, it } from 'vitest';
import { metricLine } from '../../../../shared/metrics/metric-line.ts';

describe('metricLine', () => {
  it('is one line in the embedded metric format, its properties beside the metric and no dimensions', () => {
    const line = metricLine('prod', 'LookupRefused', 3, { shopId: 'shop' });
    expect(line).not.toContain('\n');
    const metric = JSON.parse(line) as Record<string, unknown>;
    expect(metric).toEqual({
      Stage: 'prod',
      shopId: 'shop',
      LookupRefused: 3,
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: 'SellerSecurityCenter',
            Dimensions: [['Stage']],
            Metrics: [{ Name: 'LookupRefused', Unit: 'Count' }],
          },
        ],
      },
    });
  });
});
