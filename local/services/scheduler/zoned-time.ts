/** Fields of an instant on a zone's wall clock; `weekday` is 1 for Sunday, as EventBridge counts. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
}

type WallClock = (instant: number) => WallTime;

/** To make a formatter costs a thousand times what its use does, and there are few zones. */
const wallClocks = new Map<string, WallClock>();

/** A reader of a zone's wall clock. @throws RangeError naming a zone that is none. */
export function wallClockOf(timeZone: string): WallClock {
  const known = wallClocks.get(timeZone);
  if (known) return known;
  const made = createWallClock(timeZone);
  wallClocks.set(timeZone, made);
  return made;
}

function createWallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (instant) => {
    const fields: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) fields[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = fields;
    return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1 };
  };
}

/** The instant at which a zone's clock shows this; `text` is `yyyy-mm-ddThh:mm:ss`. */
export function toZonedInstant(text: string, timeZone: string): number {
  const wallClock = wallClockOf(timeZone);
  const asUtc = Date.parse(`${text}Z`);
  let instant = asUtc;
  // The zone's offset is known only at an instant: the second look corrects the first across a change of offset.
  for (let look = 0; look < 2; look += 1) {
    const { year, month, day, hour, minute } = wallClock(instant);
    const shown = Date.UTC(year, month - 1, day, hour, minute) + (instant % 60_000);
    instant += asUtc - shown;
  }
  return instant;
}

/** Longer than any clock is put back by, shorter than the time between two changes. */
const lookBackMilliseconds = 6 * 3_600_000;

/** Whether a zone's clock has shown the same time before: it was put back meanwhile. */
export function wasShownBefore(instant: number, timeZone: string): boolean {
  const wallClock = wallClockOf(timeZone);
  const offsetAt = (at: number): number => {
    const { year, month, day, hour, minute } = wallClock(at);
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
  };
  const putBackBy = offsetAt(instant - lookBackMilliseconds) - offsetAt(instant);
  return putBackBy > 0 && offsetAt(instant - putBackBy) - offsetAt(instant) === putBackBy;
}
