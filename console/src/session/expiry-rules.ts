/** So long before its end, an access token is renewed; one that lives shorter, half way. */
const ahead = 60_000;
const retry = 10_000;
/** What timers can hold is three weeks; a day is soon enough. */
const most = 86_400_000;

/**
 * Milliseconds until an access token should be renewed: before its end; after an attempt that failed, soon again;
 * `undefined` once it has ended.
 */
export function renewIn(expiresAt: number, now: number, hasFailed: boolean): number | undefined {
  const left = expiresAt - now;
  if (left <= 0) return undefined;
  return hasFailed ? Math.min(retry, left) : Math.min(most, Math.max(left - ahead, left / 2));
}
