import type { EpochMilliseconds } from '../kernel/clock.ts';
import { minorDigits, sumDecimals } from '../stats/decimal-rules.ts';

/** An amount of money, or a sum: a decimal string and its currency. */
export interface Amount {
  readonly value: string;
  readonly currency: string;
}

/** What a block has stopped so far. */
export interface Prevented {
  readonly orders: number;
  /** Of the orders that came with one; sorted by currency, and exact. */
  readonly amounts: readonly Amount[];
  /** When the gate decided last. */
  readonly lastAt?: EpochMilliseconds;
}

export const nothingPrevented: Prevented = { orders: 0, amounts: [] };

/** Counts of amounts stand under this and the currency, on a block's item and on a shop's day. */
export const preventedPrefix = 'prevented#';

/** An amount as it is added: no amount adds nothing. */
export function amountToAdd(amount: Amount | undefined): Readonly<Record<string, string>> {
  return amount === undefined ? {} : { [`${preventedPrefix}${amount.currency}`]: amount.value };
}

/** Sums as they were counted, by their attributes, as the API shows them; other attributes are none of these. */
export function amountsOf(counted: Readonly<Record<string, unknown>>): readonly Amount[] {
  return Object.entries(counted)
    .filter(([name]) => name.startsWith(preventedPrefix))
    .map(([name, value]) => ({ currency: name.slice(preventedPrefix.length), text: String(value) }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1))
    .map(({ currency, text }) => ({ value: sumDecimals([text], minorDigits(currency)), currency }));
}
