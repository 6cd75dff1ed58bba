/** After so long, a run that has not ended the access is not there any more. */
const leaseMilliseconds = 30 * 60_000;

export type Turn =
  | { readonly type: 'free'; readonly abandoned?: string }
  | { readonly type: 'mine' }
  | { readonly type: 'busy'; readonly run: string };

/** What the access of the canary shop says about whose turn it is. */
export const leaseReason = (run: string, now: number): string => `smoke ${run} since ${new Date(now).toISOString()}`;

/**
 * Whether this run may take the canary shop: a run keeps it also for a moment after it has ended the access. An access with another
 * reason is taken over, since no shop of sellers is called so.
 */
export function judgeLease({ reason = '' }: { readonly reason?: string | undefined }, run: string, now: number): Turn {
  const [, holder, since = ''] = /^smoke (\S+) since (\S+)$/.exec(reason) ?? [];
  if (holder === undefined) return { type: 'free' };
  if (holder === run) return { type: 'mine' };
  return now - Date.parse(since) < leaseMilliseconds
    ? { type: 'busy', run: holder }
    : { type: 'free', abandoned: holder };
}
