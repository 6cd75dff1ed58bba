import type { TokenScope } from '../../access/scope.ts';
import { blockDayKey } from '../../table/keys.ts';
import type { ReadPlan } from '../../table/read-plan.ts';
import { sumDays } from './fairness-rules.ts';
import type { FairnessCounts } from './fairness-rules.ts';

/** A shop's own counters of some UTC dates: one read of as many items. */
export function fairnessRead({ shopId }: TokenScope, dates: readonly string[]): ReadPlan<FairnessCounts> {
  const keys = dates.map((date) => blockDayKey(date, shopId));
  return { keys, decode: (items) => sumDays(keys.map((key) => items.get(key) ?? {})) };
}
