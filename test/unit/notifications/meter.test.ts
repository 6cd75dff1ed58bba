import { describe, expect, it } from 'vitest';
import { createNoticeMeter } from '../../../shared/notifications/meter.ts';

describe('the meter of notices', () => {
  it('writes one metric line of the stage for each', () => {
    const lines: string[] = [];
    const meter = createNoticeMeter('dev', (line) => lines.push(line));
    meter.possiblyRepeated();
    meter.failed('MessageRejected');
    const [repeated, failed] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(repeated).toMatchObject({ Stage: 'dev', PossiblyRepeatedNotice: 1 });
    expect(failed).toMatchObject({ Stage: 'dev', NoticeFailed: 1, reason: 'MessageRejected' });
    expect(failed?.['_aws']).toMatchObject({
      CloudWatchMetrics: [
        {
          Namespace: 'SellerSecurityCenter',
          Dimensions: [['Stage']],
          Metrics: [{ Name: 'NoticeFailed', Unit: 'Count' }],
        },
      ],
    });
  });
});
