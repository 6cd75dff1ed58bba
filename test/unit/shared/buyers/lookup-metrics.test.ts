import { describe, expect, it } from 'vitest';
import { createLookupMetrics } from '../../../../shared/buyers/lookup-metrics.ts';

describe('the metrics of lookups', () => {
  it('writes one metric line of the stage for each that is refused, which names nobody', () => {
    const lines: string[] = [];
    createLookupMetrics('dev', (line) => lines.push(line)).refused();
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number) as number,
          CloudWatchMetrics: [
            {
              Namespace: 'SellerSecurityCenter',
              Dimensions: [['Stage']],
              Metrics: [{ Name: 'LookupRefused', Unit: 'Count' }],
            },
          ],
        },
        Stage: 'dev',
        LookupRefused: 1,
      },
    ]);
  });
});
