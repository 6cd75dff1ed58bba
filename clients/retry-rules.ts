/** When a call is made again, and how long is waited before. */

const retriedStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** The first call is one of them. */
const mostAttempts = 3;
/** A wait that a person would not sit through is the caller's to decide about. */
const longestWaitSeconds = 5;

export interface Attempt {
  /** 1 is the first. */
  readonly number: number;
  /** HTTP's; 0 where no answer came. */
  readonly status: number;
  /** Whole seconds, as `Retry-After` said. */
  readonly retryAfter: number | undefined;
  /** Reads are; and writes with an `Idempotency-Key`. */
  readonly isRepeatable: boolean;
}

/**
 * @param random from 0 up to 1: without it all clients would come back at the same moment.
 * @returns Milliseconds to wait, or nothing where the call is not made again.
 */
export function waitBeforeNext(attempt: Attempt, random: number): number | undefined {
  const { number, status, retryAfter, isRepeatable } = attempt;
  if (!isRepeatable || number >= mostAttempts) return undefined;
  if (status !== 0 && !retriedStatuses.has(status)) return undefined;
  if (retryAfter !== undefined && retryAfter > longestWaitSeconds) return undefined;
  const least = retryAfter === undefined ? 200 * 2 ** (number - 1) : retryAfter * 1000;
  return Math.round(least + random * 300);
}
