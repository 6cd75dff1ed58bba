/** How many second requests may be sent: a share of the first ones, so that a slow store is not asked twice as much. */
export interface HedgeBudget {
  /** A first request is sent. */
  earn(): void;
  /** Whether a second one may be. */
  spend(): boolean;
}

/** What a quiet time may save up. */
const mostSaved = 3;

/** A token bucket that begins with one token. */
export function createHedgeBudget(share: number): HedgeBudget {
  let tokens = 1;
  return {
    earn() {
      tokens = Math.min(mostSaved, tokens + share);
    },
    spend() {
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
