import { describe, expect, it } from 'vitest';
import { createNoticeMetrics } from '../../../../shared/notifications/metrics.ts';

describe('the metrics of notices', () => {
  it('writes one metric line of the stage for each', () => {
    const lines: string[] = [];
    const metrics = createNoticeMetrics('dev', (line) => lines.push(line));
    metrics.possiblyRepeated();
    metrics.failed('MessageRejected');
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
