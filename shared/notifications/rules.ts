import type { Alert } from '../alerts/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';

/** What the event of an alert's write says, as far as it decides whether somebody is told. */
export interface AlertNews {
  readonly change: string;
  readonly revision: number;
  readonly respondBy?: EpochMilliseconds | undefined;
  readonly occurredAt: EpochMilliseconds;
}

/** Ways back to `open`; the same events can also come to an alert that was open all along. */
const reopening = ['flagged_again', 'action_refused', 'action_unanswered'];

/**
 * Why the shop is told of an alert, by a name that is the same for each delivery of the event and differs for each
 * time that the alert needs action anew; `undefined` when there is nothing to tell.
 *
 * @param alert as it is now: one that was answered meanwhile is no news.
 */
export function noticeCause(news: AlertNews, alert: Alert | undefined): string | undefined {
  if (!alert || alert.status !== 'open' || alert.kind === 'fraud_outcome') return undefined;
  if (news.change === 'raised') return 'raised';
  if (news.change === 'deadline_near' && alert.respondBy === news.respondBy) return `near.${alert.respondBy}`;
  // Its status changed with this very write and has not since: that is what makes it need action anew.
  if (reopening.includes(news.change) && alert.changedAt === news.occurredAt) return `reopened.${news.revision}`;
  return undefined;
}

/**
 * When the digest is due that a notice of now goes into: the windows of a shop follow each other without gaps.
 *
 * @param offset of the shop's windows, so that not all shops' mails leave in one second.
 */
export function digestDue(
  now: EpochMilliseconds,
  windowMilliseconds: number,
  offset: EpochMilliseconds,
): EpochMilliseconds {
  return (Math.floor((now - offset) / windowMilliseconds) + 1) * windowMilliseconds + offset;
}

export type DigestStatus = 'pending' | 'claimed' | 'sent' | 'skipped' | 'failed';

export interface Digest {
  readonly status: DigestStatus;
  /** How often somebody set out to send it. Names the claim too. */
  readonly claims: number;
  readonly claimedAt?: EpochMilliseconds;
  /** How many sends may have been repeats. */
  readonly repeats: number;
  /** Alerts that somebody is to be told of. */
  readonly alertIds: readonly string[];
  /** Notices beyond what one digest holds. */
  readonly more: number;
}

/** After so long, whoever claimed a digest is no longer at it: longer than the function may run, shorter than the queue hides a message. */
export const leaseMilliseconds = 120_000;

export type Claim =
  | { readonly type: 'over' }
  /** Somebody may still be sending it. */
  | { readonly type: 'held' }
  | { readonly type: 'claimed'; readonly takesOver: boolean };

/** Whether a digest may be sent now, and whether somebody before may have sent it and not come to say so. */
export function claimOf(digest: Digest | undefined, now: EpochMilliseconds): Claim {
  if (digest?.status === 'pending') return { type: 'claimed', takesOver: false };
  if (digest?.status !== 'claimed') return { type: 'over' };
  return (digest.claimedAt ?? 0) + leaseMilliseconds <= now ? { type: 'claimed', takesOver: true } : { type: 'held' };
}

/** Those that still need action, the most urgent first. */
export function stillWaiting(alerts: readonly Alert[], now: EpochMilliseconds): readonly Alert[] {
  const deadline = ({ respondBy }: Alert): number => respondBy ?? Number.MAX_SAFE_INTEGER;
  return alerts
    .filter((alert) => alert.status === 'open' && deadline(alert) > now)
    .toSorted((a, b) => deadline(a) - deadline(b) || a.raisedAt - b.raisedAt);
}
