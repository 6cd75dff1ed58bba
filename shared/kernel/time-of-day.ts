import type { EpochMilliseconds } from './clock.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight, as the clocks of a zone show them: they repeat some in one night of the year, and leave some out in another. */
export function minuteOfDay(zone: string, at: EpochMilliseconds): number {
  return toMinutes(formatFor(zone).format(at));
}

/** Of a time such as `22:30`. */
export function toMinutes(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    formats.set(zone, format);
  }
  return format;
}
