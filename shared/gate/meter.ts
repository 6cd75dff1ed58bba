import type { GateMeter } from './decide-orders.ts';

const units = { degraded: 'Degraded', denied: 'Denied', stop_not_recorded: 'StopNotRecorded' } as const;

/** CloudWatch's embedded metric format on standard output: no call, and nothing written for an order that is simply allowed. */
export function createMeter(
  stage: string,
  write: (line: string) => void,
): GateMeter & { readFailed(errorName: string): void } {
  return {
    readFailed: (errorName) => write(JSON.stringify({ level: 'WARN', message: 'read failed', errorName })),
    count(name, by) {
      const metric = units[name];
      write(
        JSON.stringify({
          _aws: {
            Timestamp: Date.now(),
            CloudWatchMetrics: [
              {
                Namespace: 'SellerSecurityCenter',
                Dimensions: [['Stage']],
                Metrics: [{ Name: metric, Unit: 'Count' }],
              },
            ],
          },
          Stage: stage,
          [metric]: by,
        }),
      );
    },
  };
}
