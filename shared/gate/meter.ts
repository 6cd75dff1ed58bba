import { metricLine } from '../metrics/metric-line.ts';
import type { GateMeter } from './decide-orders.ts';

const units = { degraded: 'Degraded', denied: 'Denied', stop_not_recorded: 'StopNotRecorded' } as const;

/** Nothing is written for an order that is simply allowed. */
export function createMeter(
  stage: string,
  write: (line: string) => void,
): GateMeter & { readFailed(errorName: string): void } {
  return {
    readFailed: (errorName) => write(JSON.stringify({ level: 'WARN', message: 'read failed', errorName })),
    count: (name, by) => write(metricLine(stage, units[name], by)),
  };
}
