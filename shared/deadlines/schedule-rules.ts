import type { EpochMilliseconds } from '../kernel/clock.ts';

/** AWS does not say what becomes of an instant in the past: none is asked for, as far as its clock and ours agree. */
const leadMilliseconds = 5000;

/** What lies further ahead means that there is no deadline, and nobody knows which years Scheduler takes: 9999 rounds up to none. */
const horizonMilliseconds = 10 * 366 * 86_400_000;

/**
 * An instant as EventBridge Scheduler takes it, `at(2026-11-22T12:00:01)` in UTC. Its seconds are whole: rounded up,
 * so that nothing fires before it is due. What is due already fires in a few seconds.
 *
 * @returns `undefined` for what is more than ten years ahead: there is nothing to be scheduled.
 */
export function toAtExpression(at: EpochMilliseconds, now: EpochMilliseconds): string | undefined {
  if (at - now > horizonMilliseconds) return undefined;
  const second = Math.ceil(Math.max(at, now + leadMilliseconds) / 1000) * 1000;
  return `at(${new Date(second).toISOString().slice(0, 19)})`;
}
