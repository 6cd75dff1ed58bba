import type { EpochMilliseconds } from '../kernel/clock.ts';

/** `22 Nov 2026, 14:00 (Africa/Cairo, UTC+02:00)`: the offset, since a zone's name does not tell everybody which hour is meant. */
export function timeIn(timeZone: string, at: EpochMilliseconds): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return `${format.format(at)} (${timeZone}, ${offsetIn(timeZone, at)})`;
}

/** `UTC+02:00`, as the zone has it at that instant. */
function offsetIn(timeZone: string, at: EpochMilliseconds): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return `UTC${offset === '' ? '+00:00' : offset}`;
}
