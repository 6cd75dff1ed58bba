/** Times, numbers and money as the reader writes them. Every function is pure: zone, language and time are arguments. */

export interface Reader {
  readonly language: string;
  /** The shop's IANA zone. */
  readonly timeZone: string;
}

/** What formats is slow to make, and the same for each row of a list. */
const made = new Map<string, unknown>();

function kept<Format>(name: string, make: () => Format): Format {
  const before = made.get(name);
  if (before !== undefined) return before as Format;
  const format = make();
  made.set(name, format);
  return format;
}

/** To the minute, with the zone's name: `30 Nov 2026, 20:34 GMT+7`. */
export function exactTime(at: string, { language, timeZone }: Reader): string {
  const options = {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  } as const;
  const format = kept(`exact ${language} ${timeZone}`, () => new Intl.DateTimeFormat(language, options));
  return format.format(new Date(at));
}

/** The date alone, with its year: `30 Nov 2026`. */
export function exactDate(at: string, { language, timeZone }: Reader): string {
  const format = { timeZone, day: 'numeric', month: 'short', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(language, format).format(new Date(at));
}

/** The time of a day, in the shop's zone: `20:34`. */
export function timeOfDay(at: string, { language, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(language, { timeZone, hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

/** On which calendar date of the zone something happened: `2026-11-30`. */
export function dateIn(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/** A calendar date, `2026-11-30`, which has no zone. */
export function calendarDate(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** Each unit, its seconds, and from how many on it is used: a block of 90 days ends in so many days, not in 2 months. */
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['year', 31_536_000, 2 * 31_536_000],
  ['month', 2_592_000, 120 * 86_400],
  ['day', 86_400, 86_400],
  ['hour', 3_600, 3_600],
  ['minute', 60, 60],
];

/** In the largest unit that fits, never rounded up: `5 hours ago`, `in 3 days`, `now`. */
export function relativeTime(at: string, now: number, language: string): string {
  const seconds = (Date.parse(at) - now) / 1000;
  const options = { numeric: 'auto', style: 'short' } as const;
  const format = kept(`relative ${language}`, () => new Intl.RelativeTimeFormat(language, options));
  const [unit, size] = units.find(([, , least]) => Math.abs(seconds) >= least) ?? ['second', 1];
  return format.format(unit === 'second' ? 0 : Math.trunc(seconds / size), unit);
}

/** Exact, with the currency's own digits at least: decimal texts never become numbers of ours. */
export function moneyText(value: string, currency: string, language: string): string {
  const digits = /\.(\d+)$/.exec(value)?.[1]?.length ?? 0;
  try {
    const options = { style: 'currency', currency } as const;
    const format = kept(`money ${language} ${currency}`, () => new Intl.NumberFormat(language, options));
    const own = format.resolvedOptions().maximumFractionDigits ?? 0;
    const exact = digits <= own ? format : exactly(Math.min(digits, 20), currency, language);
    return exact.format(value as Intl.StringNumericLiteral);
  } catch {
    // Not a currency that this browser knows the shape of.
    return `${value} ${currency}`;
  }
}

function exactly(digits: number, currency: string, language: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: digits });
}

export function wholeNumberText(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

/** Several in a row, as the language joins them: `a, b and c`; `and` is left out where they are facts beside each other. */
export function listText(
  items: readonly string[],
  language: string,
  as: 'conjunction' | 'unit' = 'conjunction',
): string {
  const options = { type: as, style: as === 'unit' ? 'short' : 'long' } as const;
  return kept(`list ${as} ${language}`, () => new Intl.ListFormat(language, options)).format(items);
}
