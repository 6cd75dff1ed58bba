import { defaultQuotas } from '../access/rules.ts';
import type { Access } from '../access/rules.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { shopDay } from '../kernel/shop-day.ts';
import { placesUsed } from './rules.ts';
import type { Ledger } from './rules.ts';

/** How much of a shop's quotas is used, as the API shows it; without an access, of the quotas that it would have. */
export function quotaUse(access: Access | undefined, ledger: Ledger, now: EpochMilliseconds) {
  const day = shopDay(access ?? { timeZone: 'UTC' }, now);
  const quotas = access?.quotas ?? defaultQuotas;
  return {
    blocks: { used: placesUsed(ledger, now), limit: quotas.blocks },
    newBlocksToday: {
      used: ledger.newBlocks[day.key] ?? 0,
      limit: quotas.newBlocksPerDay,
      resetsAt: toTimestamp(day.endsAt),
    },
  };
}
