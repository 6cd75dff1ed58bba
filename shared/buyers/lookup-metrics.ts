import { metricLine } from '../metrics/metric-line.ts';

/** What becomes of lookups, as far as somebody should know. */
export interface LookupMetrics {
  /** A seller is over the limit: they try out names, or work through more than the limit foresees. */
  refused(): void;
}

/** Neither shop nor seller stand in the line: how often it happens is what a stage is watched for. */
export function createLookupMetrics(stage: string, write: (line: string) => void): LookupMetrics {
  return { refused: () => write(metricLine(stage, 'LookupRefused', 1)) };
}
