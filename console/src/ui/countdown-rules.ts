/** How much is left until a deadline, and how much that presses. */

export type Pressure = 'calm' | 'soon' | 'now' | 'over';

export interface Remaining {
  readonly pressure: Pressure;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const hour = 3600;

/** Both in milliseconds since 1970. Rounded down: a deadline is never shown later than it is. */
export function remainingUntil(deadline: number, now: number): Remaining {
  const seconds = Math.max(0, Math.floor((deadline - now) / 1000));
  return {
    pressure: pressureOf(seconds),
    days: Math.floor(seconds / (24 * hour)),
    hours: Math.floor((seconds % (24 * hour)) / hour),
    minutes: Math.floor((seconds % hour) / 60),
    seconds: seconds % 60,
  };
}

function pressureOf(seconds: number): Pressure {
  if (seconds === 0) return 'over';
  if (seconds < hour) return 'now';
  return seconds < 6 * hour ? 'soon' : 'calm';
}
