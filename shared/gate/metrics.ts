import { metricLine } from '../metrics/metric-line.ts';
import type { GateMetrics } from './decide-checks.ts';

const units = { degraded: 'Degraded', denied: 'Denied', stop_not_recorded: 'StopNotRecorded' } as const;

/** Nothing is written for an order that is simply allowed. */
export function createMetrics(
  stage: string,
  write: (line: string) => void,
): GateMetrics & { readFailed(errorName: string): void } {
  return {
    readFailed: (errorName) => write(JSON.stringify({ level: 'WARN', message: 'read failed', errorName })),
    count: (name, by) => write(metricLine(stage, units[name], by)),
  };
}
