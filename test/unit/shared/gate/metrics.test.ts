import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../../shared/gate/metrics.ts';

describe('the metrics of the gate', () => {
  it('writes one line a metric in the embedded metric format', () => {
    const lines: string[] = [];
    const metrics = createMetrics('prod', (line) => lines.push(line));
    metrics.count('degraded', 2);
    metrics.count('stop_not_recorded', 1);
    expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toMatchObject([
      {
        Stage: 'prod',
        Degraded: 2,
        _aws: { CloudWatchMetrics: [{ Dimensions: [['Stage']], Metrics: [{ Name: 'Degraded', Unit: 'Count' }] }] },
      },
      { Stage: 'prod', StopNotRecorded: 1 },
    ]);
  });

  it('says which kind of read failed, and nothing of what was read', () => {
    const lines: string[] = [];
    createMetrics('prod', (line) => lines.push(line)).readFailed('TimeoutError');
    expect(lines).toEqual(['{"level":"WARN","message":"read failed","errorName":"TimeoutError"}']);
  });
});
