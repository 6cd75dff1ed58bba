import type { LookupMeter } from '../../shared/buyers/lookup-meter.ts';

/** For whom the count of refused lookups does not matter. */
export const unheardLookups: LookupMeter = { refused: () => undefined };
