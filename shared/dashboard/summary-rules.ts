import { preventedPrefix } from '../prevented/rules.ts';
import type { Amount } from '../prevented/rules.ts';
import { minorDigits, sumDecimals } from '../stats/decimal-rules.ts';

/** One of the shop's days as it is kept. */
export interface DayRecord {
  /** Calendar date in the zone of that day. */
  readonly date: string;
  /** `fraud#<category>`, `stopped#<reason>`, `amount#<currency>` and `prevented#<currency>` → decimal, unrounded. */
  readonly counted: Readonly<Record<string, string>>;
}

interface Counts {
  readonly total: number;
  readonly by: Readonly<Record<string, number>>;
}

/** What happened on one day, or on several. */
export interface Summary {
  readonly fraudIntercepted: { readonly total: number; readonly byCategory: Counts['by'] };
  readonly ordersStopped: { readonly total: number; readonly byReason: Counts['by'] };
  /** Sorted by currency; sums are exact. */
  readonly protectedAmounts: readonly Amount[];
  /** The orders that the gate stopped, and what those that came with an amount would have been worth. */
  readonly prevented: { readonly orders: number; readonly amounts: readonly Amount[] };
}

export interface RangeSummary {
  /** One for each date, zeros too, in the order of the dates. */
  readonly days: readonly ({ readonly date: string } & Summary)[];
  readonly totals: Summary;
}

/** Sums what was counted on each of these dates and on all of them. Records of one date, as a changed zone makes them, are one day. */
export function summarize(records: readonly DayRecord[], dates: readonly string[]): RangeSummary {
  const wanted = new Set(dates);
  const inRange = records.filter(({ date }) => wanted.has(date));
  return {
    days: dates.map((date) => ({ date, ...summaryOf(inRange.filter((record) => record.date === date)) })),
    totals: summaryOf(inRange),
  };
}

function summaryOf(records: readonly DayRecord[]): Summary {
  const fraud = countsOf(records, 'fraud#');
  const stopped = countsOf(records, 'stopped#');
  return {
    fraudIntercepted: { total: fraud.total, byCategory: fraud.by },
    ordersStopped: { total: stopped.total, byReason: stopped.by },
    protectedAmounts: amountsOf(records, 'amount#'),
    prevented: { orders: stopped.total, amounts: amountsOf(records, preventedPrefix) },
  };
}

function amountsOf(records: readonly DayRecord[], prefix: string): readonly Amount[] {
  return valuesOf(records, prefix).map(([currency, values]) => ({
    value: sumDecimals(values, minorDigits(currency)),
    currency,
  }));
}

function countsOf(records: readonly DayRecord[], prefix: string): Counts {
  const by = valuesOf(records, prefix).map(([name, values]) => [name, Number(sumDecimals(values, 0))] as const);
  return { total: by.reduce((sum, [, count]) => sum + count, 0), by: Object.fromEntries(by) };
}

/** What stands under each name with this prefix, sorted by name. */
function valuesOf(records: readonly DayRecord[], prefix: string): [name: string, values: string[]][] {
  const values = new Map<string, string[]>();
  for (const { counted } of records) {
    for (const [attribute, value] of Object.entries(counted)) {
      if (!attribute.startsWith(prefix)) continue;
      const name = attribute.slice(prefix.length);
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return [...values].toSorted(([one], [other]) => (one < other ? -1 : 1));
}
