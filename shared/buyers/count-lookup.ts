import type { ShopScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { ErrorCode } from '../kernel/errors.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { decideLookup } from './lookup-limit-rules.ts';
import type { LookupCounter } from './lookup-limit-rules.ts';
import type { LookupLimitStore } from './lookup-limit-store.ts';
import type { LookupMetrics } from './lookup-metrics.ts';

/** Where lookups are counted, and those over the limit told of. */
export interface LookupLimit {
  readonly store: LookupLimitStore;
  readonly metrics: LookupMetrics;
}

/** The windows can begin, end or fill in between: a few rounds at most, unless clocks are far apart. */
const mostRounds = 6;

/**
 * Counts one lookup of the seller's in this shop, before anything that depends on the buyer is read or told.
 * Without a count there is no answer: a store that does not answer refuses.
 *
 * @param known the windows as they were read; without them the write finds out.
 * @throws AppError `too_many_requests` (with `retryAfterSeconds`), `unavailable`.
 */
export async function countLookup(
  { store, metrics }: LookupLimit,
  scope: ShopScope,
  now: EpochMilliseconds,
  known: LookupCounter = {},
): Promise<void> {
  let counter = known;
  await retryOnChange({
    mostRounds,
    changesTooFast: 'Too many lookups at once; try again.',
    // A write that is refused brings what it found: nothing is read apart.
    read: async () => counter,
    decide(windows) {
      const decision = decideLookup(windows, now);
      if (decision.type === 'refuse') {
        metrics.refused();
        throw new AppError('too_many_requests', 'You have looked up too many buyers. Go on later.', {
          retryAfterSeconds: decision.retryAfterSeconds,
        });
      }
      return { type: 'write', write: decision.windows, result: undefined };
    },
    async save(windows) {
      const outcome = await store.count(scope, windows, now);
      if (outcome !== 'counted') counter = outcome;
      return outcome === 'counted';
    },
  });
}

const missesOfNames: readonly ErrorCode[] = ['buyer_not_found', 'username_mismatch'];

/**
 * What else asks for a buyer by ID. That there is none is told as a lookup would be, and counted with
 * them: else names and IDs could be tried out here for nothing. A success is left alone, whatever was looked up before it.
 *
 * @param misses codes that say so.
 * @throws AppError what `attempt` does, or in place of a miss what `countLookup` does.
 */
export async function countMisses<Result>(
  limit: LookupLimit,
  scope: ShopScope,
  now: EpochMilliseconds,
  attempt: () => Promise<Result>,
  misses: readonly ErrorCode[] = missesOfNames,
): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof AppError && misses.includes(error.code)) await countLookup(limit, scope, now);
    throw error;
  }
}
