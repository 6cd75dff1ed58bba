import { platformScope } from '../access/scope.ts';
import type { ShopScope } from '../access/scope.ts';
import type { Alert } from '../alerts/rules.ts';
import type { AlertChanged } from '../contracts/events/alert-changed.ts';
import type { DigestDue } from '../contracts/messages/digest-due.ts';
import type { Schedules } from '../deadlines/schedule-sender.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { digestOffset, digestScheduleName } from './digest-name.ts';
import type { NotificationStore } from './store.ts';
import { nextDue, tellingsOf } from './telling-rules.ts';
import type { Telling, TellingTimes } from './telling-rules.ts';

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
 * Puts an alert that newly needs action into one of its shop's digests, once for each cause, and makes the schedule that
 * sends the digest: when and whether follows from the shop's settings. A crash between the two is mended by the event's
 * next delivery.
 */
export function recordNotice(deps: NoticeDeps): (news: AlertChanged) => Promise<void> {
  const { store, clock, digestMilliseconds: windowMilliseconds } = deps;
  return async ({ shopId, alertId, change, revision, ...news }) => {
    const scope = platformScope(shopId, 'notifications');
    const { alert, access, settings } = await store.readAlert(scope, alertId);
    if (!alert || access?.state !== 'active' || !access.notify) return;
    const now = clock.now();
    const offset = digestOffset(shopId, windowMilliseconds);
    const times: TellingTimes = { now, settings, zones: access, windowMilliseconds, offset };
    const respondBy = news.respondBy === undefined ? undefined : fromTimestamp(news.respondBy);
    const told = { change, revision, respondBy, occurredAt: fromTimestamp(news.occurredAt) };
    for (const telling of tellingsOf(told, alert, times)) await tell(deps, scope, alert, telling, times);
  };
}

async function tell(
  { store, schedules }: NoticeDeps,
  scope: ShopScope,
  alert: Alert,
  { cause, due: first }: Telling,
  times: TellingTimes,
): Promise<void> {
  const { shopId } = scope;
  const schedule = (digest: string): Promise<void> =>
    schedules.add({
      name: digestScheduleName(shopId, digest),
      at: Number(digest),
      message: { version: 1, shopId, digest } satisfies DigestDue,
    });
  let due = first;
  for (let window = 0; window < mostWindows; window++, due = nextDue(due, alert, times)) {
    const notice = { alertId: alert.alertId, cause, digest: String(due), at: times.now };
    let outcome = await store.record(scope, notice, true);
    if (outcome.type === 'full') outcome = await store.record(scope, notice, false);
    if (outcome.type === 'recorded') return schedule(notice.digest);
    if (outcome.type === 'known') {
      const { digest } = await store.readDigest(scope, outcome.digest);
      return digest?.status === 'pending' ? schedule(outcome.digest) : undefined;
    }
  }
  throw new AppError('unavailable', 'Every digest is being sent already; try again.');
}
