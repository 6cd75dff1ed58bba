import type { LookupMetrics } from '../../../shared/buyers/lookup-metrics.ts';

/** For whom the count of refused lookups does not matter. */
export const unheardLookups: LookupMetrics = { refused: () => undefined };
