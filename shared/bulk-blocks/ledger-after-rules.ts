import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import type { Ledger, LedgerPlan } from '../block-list/rules.ts';

/** A ledger as a new block would leave it, for the row behind it. */
export function withBlock(
  ledger: Ledger,
  plan: LedgerPlan,
  block: { readonly buyerId: BuyerId; readonly expiresAt: EpochMilliseconds; readonly dayKey: string },
): Ledger {
  const left = withoutPlaces(ledger, plan.drops);
  return {
    places: { ...left.places, [block.buyerId]: block.expiresAt },
    newBlocks: { ...left.newBlocks, [block.dayKey]: (left.newBlocks[block.dayKey] ?? 0) + 1 },
  };
}

/** A ledger without expired places. */
export function withoutPlaces(ledger: Ledger, drops: LedgerPlan['drops']): Ledger {
  const dropped = new Set(drops.map(({ buyerId }) => buyerId));
  const places = Object.entries(ledger.places).filter(([buyerId]) => !dropped.has(buyerId));
  return { ...ledger, places: Object.fromEntries(places) };
}
