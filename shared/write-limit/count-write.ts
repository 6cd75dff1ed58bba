import type { TokenScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { decideWrite, writeLimit } from './rules.ts';
import type { WriteWindow } from './rules.ts';
import type { WriteLimitStore } from './store.ts';

/** The window can begin, end or fill in between: a few rounds at most, unless clocks are far apart. */
const mostRounds = 6;

/**
 * Counts one write of the seller's in this shop, before anything is read for it: a repeated request too, since it costs as
 * much. Without a count nothing is written.
 *
 * @throws AppError `too_many_requests` (with `retryAfterSeconds`), `unavailable`.
 */
export function countWrite(store: WriteLimitStore, scope: TokenScope, now: EpochMilliseconds): Promise<void> {
  // Nothing is read apart: a write that is refused brings what it found, and most windows go on.
  let window: WriteWindow | undefined = { endsAt: now + writeLimit.milliseconds, used: 0 };
  return retryOnChange({
    mostRounds,
    changesTooFast: 'Too many writes at once; try again.',
    read: async () => window,
    decide(found) {
      const decision = decideWrite(found, now);
      if (decision.type === 'refuse') {
        const { retryAfterSeconds } = decision;
        const message = `A seller writes ${writeLimit.most} times a minute at most. Nothing was changed; go on later.`;
        throw new AppError('too_many_requests', message, { retryAfterSeconds });
      }
      return { type: 'write', write: decision.window, result: undefined };
    },
    async save(does) {
      const outcome = await store.count(scope, does, now);
      if (outcome.type === 'changed') window = outcome.window;
      return outcome.type === 'counted';
    },
  });
}
