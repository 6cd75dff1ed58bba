import type { ScheduleTimes } from './schedule-times.ts';
import { wallClockOf, wasShownBefore } from './zoned-time.ts';
import type { WallTime } from './zoned-time.ts';

interface Field {
  readonly name: keyof WallTime;
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** In the order of the expression. */
const fields: readonly Field[] = [
  { name: 'minute', from: 0, to: 59, names: [] },
  { name: 'hour', from: 0, to: 23, names: [] },
  { name: 'day', from: 1, to: 31, names: [] },
  { name: 'month', from: 1, to: 12, names: months },
  { name: 'weekday', from: 1, to: 7, names: weekdays },
  { name: 'year', from: 1970, to: 2199, names: [] },
];
const [dayIndex, weekdayIndex] = [2, 4];
const minuteMilliseconds = 60_000;

/**
 * Compiles the six fields of an EventBridge cron: numbers, names, `*`, lists, ranges, steps, and `?` for either the day
 * or the weekday. A time that the wall clock leaves out in spring is skipped; one that it shows twice in autumn counts once.
 *
 * @throws Error naming expression and field for anything else, such as `L`, `W` and `#`.
 */
export function compileCron(argument: string, timeZone: string, expression: string): ScheduleTimes {
  const texts = argument.trim().split(/\s+/);
  if (texts.length !== fields.length) throw new Error(`The schedule expression ${expression} must have six fields.`);
  if ((texts[dayIndex] === '?') === (texts[weekdayIndex] === '?'))
    throw new Error(`The schedule expression ${expression} must have a ? for either the day or the weekday.`);
  const tests = fields.map((field, index) => ({
    name: field.name,
    allowed: compileField(texts[index] ?? '', field, expression),
  }));
  const wallClock = wallClockOf(timeZone);
  return {
    firstDue(after, upTo) {
      let at = Math.floor(after / minuteMilliseconds + 1) * minuteMilliseconds;
      while (at <= upTo) {
        const shown = wallClock(at);
        if (tests.every(({ name, allowed }) => allowed.has(shown[name])) && !wasShownBefore(at, timeZone)) return at;
        // Hour by hour where no minute of the hour can be due: after the clock was advanced, a look back takes months.
        // Zones change their offset at a full hour of their own.
        const isInHour = tests.every(({ name, allowed }) => name === 'minute' || allowed.has(shown[name]));
        at += (isInHour ? 1 : 60 - shown.minute) * minuteMilliseconds;
      }
      return undefined;
    },
  };
}

function compileField(text: string, field: Field, expression: string): ReadonlySet<number> {
  const allowed = new Set<number>();
  for (const part of (text === '?' && isDay(field) ? '*' : text).split(',')) {
    const [, range = '', step = '1'] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const [first, last] = range === '*' ? [field.from, field.to] : parseRange(range, step, part, field);
    if (!(first >= field.from && last <= field.to && first <= last && Number(step) > 0)) {
      throw new Error(`The schedule expression ${expression} has the unknown ${field.name} "${part}".`);
    }
    for (let value = first; value <= last; value += Number(step)) allowed.add(value);
  }
  return allowed;
}

function isDay({ name }: Field): boolean {
  return name === 'day' || name === 'weekday';
}

/** `5`, `5-10`, and `5/10`, which goes on from 5 to the end. NaN, which the caller refuses, for anything else. */
function parseRange(range: string, step: string, part: string, field: Field): readonly [number, number] {
  const [first = Number.NaN, last] = range.split('-').map((value) => parseValue(value, field));
  return [first, last ?? (part.endsWith(`/${step}`) ? field.to : first)];
}

function parseValue(value: string, field: Field): number {
  const named = field.names.indexOf(value.toUpperCase());
  if (named !== -1) return named + field.from;
  return /^\d+$/.test(value) ? Number(value) : Number.NaN;
}
