import type { GateMiddleware } from './middlewares.ts';

const counts = new Map<string, number>();

export function count(name: string, by = 1): void {
  if (by > 0) counts.set(name, (counts.get(name) ?? 0) + by);
}

/** Embedded metrics, one line after each invocation that counted something, as Powertools' `logMetrics` writes them. */
export const flushMetrics = (): GateMiddleware => {
  const flush = () => {
    if (counts.size === 0) return;
    const line = {
      _aws: {
        Timestamp: Date.now(),
        CloudWatchMetrics: [
          {
            Namespace: 'Stock',
            Dimensions: [['service']],
            Metrics: [...counts.keys()].map((name) => ({ Name: name, Unit: 'Count' })),
          },
        ],
      },
      service: 'gate',
      ...Object.fromEntries(counts),
    };
    counts.clear();
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  return { after: flush, onError: flush };
};
