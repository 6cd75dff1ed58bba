import type { EpochMilliseconds } from '../kernel/clock.ts';
import { sumDecimals } from './decimal-rules.ts';

/** Attribute of a shop's totals → how many more. Each name has a prefix of ours, since what follows are others' words. */
export type TotalsChange = Readonly<Record<string, number>>;

/** What one event adds to one of the shop's days. */
export interface DayStatsChange {
  /** Names the day: `key` of `shopDay`. */
  readonly dayKey: string;
  /** The day's calendar date in the shop's zone, `2026-11-22`. */
  readonly date: string;
  readonly endsAt: EpochMilliseconds;
  /** Attribute → how many more, e.g. `{ 'fraud#abusive_review': 1 }`, `{ 'stopped#harassment': 1 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Attribute → decimal, added exactly, e.g. `{ 'prevented#USD': '19.90' }`. */
  readonly sums?: Readonly<Record<string, string>>;
  /** Added exactly, to `amount#<currency>`. */
  readonly amount?: { readonly value: string; readonly currency: string };
}

/** Days are kept so long: what the dashboard can ask for, and a year to look back. */
export const dayStatsRetentionMilliseconds = 396 * 86_400_000;

/** Counts by name, summed; what nobody counted is not there. */
export function sumCounts(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [name, count] of all.flatMap((counts) => Object.entries(counts)))
    sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries(sums);
}

/** Decimals by name, summed exactly. */
export function sumAmounts(all: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> {
  const values = new Map<string, readonly string[]>();
  for (const [name, value] of all.flatMap((amounts) => Object.entries(amounts)))
    values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries([...values].map(([name, some]) => [name, sumDecimals(some, 0)]));
}
