import type { TokenScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { bulkLimit, decideRows } from './limit-rules.ts';
import type { BulkWindow } from './limit-rules.ts';
import type { BulkLimitStore } from './limit-store.ts';

/** The window can begin, end or fill in between: a few rounds at most, unless clocks are far apart. */
const mostRounds = 6;

/**
 * Counts the rows of one request, before anything is read for them: those of a repeated request too, since they cost as
 * much. Without a count nothing is answered.
 *
 * @throws AppError `too_many_requests` (with `retryAfterSeconds`), `unavailable`.
 */
export function countRows(
  store: BulkLimitStore,
  scope: TokenScope,
  rows: number,
  now: EpochMilliseconds,
): Promise<void> {
  // Nothing is read apart: a write that is refused brings what it found.
  let window: BulkWindow | undefined = { endsAt: now + bulkLimit.milliseconds, used: 0 };
  return retryOnChange({
    mostRounds,
    changesTooFast: 'Too many requests at once; try again.',
    read: async () => window,
    decide(found) {
      const decision = decideRows(found, rows, now);
      if (decision.type === 'refuse') {
        const { left, retryAfterSeconds } = decision;
        const message = `A seller sends ${bulkLimit.most} rows a day at most, dry runs among them; ${left} are left. Nothing was changed.`;
        throw new AppError('too_many_requests', message, { retryAfterSeconds });
      }
      return { type: 'write', write: decision.window, result: undefined };
    },
    async save(does) {
      const outcome = await store.count(scope, does, rows, now);
      if (outcome.type === 'changed') window = outcome.window;
      return outcome.type === 'counted';
    },
  });
}
