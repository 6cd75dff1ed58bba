import type { EpochMilliseconds } from './clock.ts';

/** One of a shop's days: a calendar day of its zone, 23, 24 or 25 hours long (or none: Apia left one out). */
export interface ShopDay {
  /** Names the day's counter: its first instant, which two writers with different clocks agree on. */
  readonly key: string;
  /** Calendar date in the zone, `2026-11-22`. A changed zone can make one date of two days. */
  readonly date: string;
  readonly startsAt: EpochMilliseconds;
  /** The first instant of the next day. */
  readonly endsAt: EpochMilliseconds;
}

/** Zones reach from −12 to +14 and a day can be 25 hours; nothing is further than this from its midnight. */
const searchSpan = 50 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The shop's day around `now`; a zone change that takes effect inside ends the old zone's day early. */
export function shopDay(
  zones: {
    readonly timeZone: string;
    readonly nextTimeZone?: { readonly timeZone: string; readonly from: EpochMilliseconds };
  },
  now: EpochMilliseconds,
): ShopDay {
  const next = zones.nextTimeZone;
  const changed = next !== undefined && now >= next.from;
  const zone = changed ? next.timeZone : zones.timeZone;
  const startsAt = midnightBefore(zone, now);
  const midnight = nextMidnight(zone, now);
  const endsAt = next && !changed ? Math.min(midnight, next.from) : midnight;
  return { key: new Date(startsAt).toISOString(), date: dateIn(zone, now), startsAt, endsAt };
}

/** The first instant after `now` with a later calendar date. Searched, not computed: that is right in every zone that `Intl` knows. */
export function nextMidnight(zone: string, now: EpochMilliseconds): EpochMilliseconds {
  const today = dateIn(zone, now);
  return firstInstant(now, now + searchSpan, (at) => dateIn(zone, at) > today);
}

function midnightBefore(zone: string, now: EpochMilliseconds): EpochMilliseconds {
  const today = dateIn(zone, now);
  return firstInstant(now - searchSpan, now, (at) => dateIn(zone, at) >= today);
}

/** Binary search for the first millisecond at which `holds` turns true, knowing that it holds at `to`. */
function firstInstant(
  from: EpochMilliseconds,
  to: EpochMilliseconds,
  holds: (at: EpochMilliseconds) => boolean,
): EpochMilliseconds {
  let before = from;
  let after = to;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** Calendar date as `YYYY-MM-DD`, so that text order is date order. */
function dateIn(zone: string, at: EpochMilliseconds): string {
  return formatFor(zone).format(at);
}

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format;
}
