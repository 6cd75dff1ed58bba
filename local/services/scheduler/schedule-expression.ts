import type { ScheduleTimes } from './schedule-times.ts';
import { compileCron } from './cron-expression.ts';
import { toZonedInstant } from './zoned-time.ts';

const unitMilliseconds: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Compiles an EventBridge Scheduler expression: `rate(5 minutes)`, `at(2026-11-22T10:00:00)` or `cron(0 12 * * ? *)`.
 *
 * @throws Error naming the expression when it is none of these, or uses what `compileCron` does not know.
 */
export function compileSchedule(expression: string, timeZone: string): ScheduleTimes {
  const [, kind, argument = ''] = /^(rate|at|cron)\((.+)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return compileRate(argument, expression);
  if (kind === 'at') return compileAt(argument, timeZone, expression);
  if (kind === 'cron') return compileCron(argument, timeZone, expression);
  throw new Error(`The schedule expression ${expression} is not rate(…), at(…) or cron(…).`);
}

/** A rate counts from its last firing. */
function compileRate(argument: string, expression: string): ScheduleTimes {
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const every = Number(count) * (unitMilliseconds[unit] ?? 0);
  if (!(every > 0))
    throw new Error(`The schedule expression ${expression} is not rate(<count> minutes | hours | days).`);
  return { firstDue: (after, upTo) => (after + every <= upTo ? after + every : undefined) };
}

function compileAt(argument: string, timeZone: string, expression: string): ScheduleTimes {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(argument)) {
    throw new Error(`The schedule expression ${expression} is not at(yyyy-mm-ddThh:mm:ss).`);
  }
  const at = toZonedInstant(argument, timeZone);
  return { firstDue: (after, upTo) => (after < at && at <= upTo ? at : undefined) };
}
