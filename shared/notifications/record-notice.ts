import { platformScope } from '../access/scope.ts';
import type { AlertChanged } from '../contracts/events/alert-changed.ts';
import type { Schedules } from '../deadlines/schedule-sender.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { DigestDue } from '../contracts/messages/digest-due.ts';
import { digestOffset, digestScheduleName } from './digest-name.ts';
import { digestDue, noticeCause } from './rules.ts';
import type { NotificationStore } from './store.ts';

export interface NoticeDeps {
  readonly store: NotificationStore;
  readonly schedules: Schedules;
  readonly clock: Clock;
  /** How long notices are collected for one message. */
  readonly digestMilliseconds: number;
}

/** This window's digest may be on its way already, the next one not. */
const mostWindows = 3;

/**
 * Puts an alert that newly needs action into its shop's next digest, once for each cause, and makes the schedule that
 * sends the digest. A crash between the two is mended by the event's next delivery.
 */
export function recordNotice(deps: NoticeDeps): (news: AlertChanged) => Promise<void> {
  const { store, schedules, clock, digestMilliseconds } = deps;
  const schedule = (shopId: string, digest: string): Promise<void> =>
    schedules.add({
      name: digestScheduleName(shopId, digest),
      at: Number(digest),
      message: { version: 1, shopId, digest } satisfies DigestDue,
    });
  return async ({ shopId, alertId, ...news }) => {
    const scope = platformScope(shopId, 'notifications');
    const { alert, access } = await store.readAlert(scope, alertId);
    const { change, revision } = news;
    const respondBy = news.respondBy === undefined ? undefined : fromTimestamp(news.respondBy);
    const cause = noticeCause({ change, revision, respondBy, occurredAt: fromTimestamp(news.occurredAt) }, alert);
    if (cause === undefined || access?.state !== 'active' || !access.notify) return;

    const at = clock.now();
    let due = digestDue(at, digestMilliseconds, digestOffset(shopId, digestMilliseconds));
    for (let window = 0; window < mostWindows; window++, due += digestMilliseconds) {
      const notice = { alertId, cause, digest: String(due), at };
      let outcome = await store.record(scope, notice, true);
      if (outcome.type === 'full') outcome = await store.record(scope, notice, false);
      if (outcome.type === 'recorded') return schedule(shopId, notice.digest);
      if (outcome.type === 'known') {
        const { digest } = await store.readDigest(scope, outcome.digest);
        return digest?.status === 'pending' ? schedule(shopId, outcome.digest) : undefined;
      }
    }
    throw new AppError('unavailable', 'Every digest is being sent already; try again.');
  };
}
