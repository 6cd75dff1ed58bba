import { describe, expect, it } from 'vitest';
import { createLiveMetrics } from '../../../../shared/live/metrics.ts';

describe('the metrics of the live feed', () => {
  it('counts the connections that were not reached, in one line of the stage', () => {
    const lines: string[] = [];
    createLiveMetrics('dev', (line) => lines.push(line)).pushFailed(3, 'TimeoutError');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      {
        Stage: 'dev',
        LivePushFailed: 3,
        errorName: 'TimeoutError',
        _aws: {
          CloudWatchMetrics: [
            {
              Namespace: 'SellerSecurityCenter',
              Dimensions: [['Stage']],
              Metrics: [{ Name: 'LivePushFailed', Unit: 'Count' }],
            },
          ],
        },
      },
    ]);
  });
});
