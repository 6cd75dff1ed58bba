import { zoneAt } from '../access/rules.ts';
import type { Access } from '../access/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { minuteOfDay, toMinutes } from '../kernel/time-of-day.ts';
import type { QuietHours } from './settings-rules.ts';

/** Quiet hours of one night, as instants: the first that is quiet, and the first that is not. */
export interface QuietPeriod {
  readonly from: EpochMilliseconds;
  readonly to: EpochMilliseconds;
}

type Zones = Pick<Access, 'timeZone' | 'nextTimeZone'>;

const minute = 60_000;
/** No quiet hours are longer, on a day of 25 hours and with a change of zone inside. */
const mostMinutes = 50 * 60;

/**
 * The quiet hours around an instant; `undefined` where it lies in none. Walked minute by minute by the zone's own clocks, so
 * that a night in which they are moved, or the zone is, has the hours that they show.
 */
export function quietPeriod(
  hours: QuietHours | undefined,
  zones: Zones,
  at: EpochMilliseconds,
): QuietPeriod | undefined {
  if (!hours || !isQuiet(hours, zones, at)) return undefined;
  // Offsets of zones are whole minutes.
  const start = Math.floor(at / minute) * minute;
  let [from, to] = [start, start + minute];
  for (let walked = 0; walked < mostMinutes && isQuiet(hours, zones, from - minute); walked++) from -= minute;
  for (let walked = 0; walked < mostMinutes && isQuiet(hours, zones, to); walked++) to += minute;
  return { from, to };
}

/** A message that left in time may come so late: to hold it back then would tell of it when it is too late. */
const graceMilliseconds = 2 * minute;

/** The quiet hours in which nothing may be sent now. */
export function undisturbedPeriod(
  hours: QuietHours | undefined,
  zones: Zones,
  now: EpochMilliseconds,
): QuietPeriod | undefined {
  const period = quietPeriod(hours, zones, now);
  return period && now >= period.from + graceMilliseconds ? period : undefined;
}

function isQuiet({ from, to }: QuietHours, zones: Zones, at: EpochMilliseconds): boolean {
  const [begin, end] = [toMinutes(from), toMinutes(to)];
  const now = minuteOfDay(zoneAt(zones, at), at);
  return begin < end ? now >= begin && now < end : now >= begin || now < end;
}
