import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { StoppedCandidates } from '../contracts/messages/stopped-candidates.ts';
import type { Check, Denial, Marker } from './rules.ts';
import type { Place } from './store.ts';

/** A check whose marker names blocks. */
export interface MarkedCheck {
  readonly check: Check;
  readonly entries: Marker['entries'];
  /** What was read together with the marker says so already. */
  readonly denial: Denial | undefined;
  readonly stop: Stop;
}

/** An order that may be about to be stopped. */
interface Stop {
  /** What counts once: the checkout, or without one the hour. */
  readonly occasion: string;
  readonly name: string;
  recorded: boolean;
}

/** IDs hold no `|`. */
export function nameOf({ shopId, buyerId }: Place): string {
  return `${shopId}|${buyerId}`;
}

const hour = 3_600_000;
/** Keeps 50 candidates within one SQS message. */
const mostBlocksRecorded = 20;

export function stopOf(check: Check, checkoutId: string | undefined, now: EpochMilliseconds): Stop {
  const occasion = checkoutId === undefined ? `hour#${Math.floor(now / hour)}` : `checkout#${checkoutId}`;
  return { occasion, name: `${nameOf(check)}|${occasion}`, recorded: false };
}

function toNamedBlock({ root, blockId, linkedSince }: Marker['entries'][number]) {
  return { root, blockId, ...(linkedSince === undefined ? {} : { linkedSince }) };
}

/** What the counting of stopped orders is told. */
export function toCandidates(markedChecks: readonly MarkedCheck[], now: EpochMilliseconds): StoppedCandidates {
  const decidedAt = toTimestamp(now);
  return {
    version: 1,
    candidates: markedChecks.map(({ check, entries, stop }) => ({
      shopId: check.shopId,
      buyerId: check.buyerId,
      occasion: stop.occasion,
      decidedAt,
      ...(check.amount === undefined ? {} : { amount: check.amount }),
      blocks: entries.slice(0, mostBlocksRecorded).map(toNamedBlock),
    })),
  };
}
