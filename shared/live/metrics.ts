import { metricLine } from '../metrics/metric-line.ts';

/** What becomes of pushes, as far as somebody should know. */
export interface LiveMetrics {
  /** So many connections did not get what they should: their clients notice at the next entry or ping, and catch up. */
  pushFailed(connections: number, errorName: string): void;
}

export function createLiveMetrics(stage: string, write: (line: string) => void): LiveMetrics {
  return {
    pushFailed: (connections, errorName) => write(metricLine(stage, 'LivePushFailed', connections, { errorName })),
  };
}
