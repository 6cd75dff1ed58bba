import { describe, expect, it, vi } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import type { ConnectionStore } from '../../../../shared/live/connection-store.ts';
import { createLiveMetrics } from '../../../../shared/live/metrics.ts';
import { pushFrames } from '../../../../shared/live/push-frames.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';

describe('pushing', () => {
  it('gives up on whoever is not reached in time, and counts them', async () => {
    const connections = Array.from({ length: 30 }, (_, index) => ({
      connectionId: `c${index}`,
      shopId: 's',
      subject: 'ann',
      connectedAt: noon,
      until: noon + 7_200_000,
    }));
    const lines: string[] = [];
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      await pushFrames(
        {
          connections: { ofShop: async () => connections } as unknown as ConnectionStore,
          sender: {
            // Each takes as long as all may.
            post: async () => {
              vi.advanceTimersByTime(8001);
              return 'sent';
            },
            close: async () => 'closed',
          },
          metrics: createLiveMetrics('local', (line) => void lines.push(line)),
          clock: buildClock(),
        },
        platformScope('s', 'live'),
        ['{}'],
      );
    } finally {
      vi.useRealTimers();
    }
    const counted = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(counted).toMatchObject([{ Stage: 'local', errorName: 'OutOfTime', _aws: { CloudWatchMetrics: [{}] } }]);
    expect(Number(counted[0]?.['LivePushFailed'])).toBeGreaterThan(5);
  });
});
