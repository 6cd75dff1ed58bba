import { fromTimestamp } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { deliver } from './deliver-message.ts';
import type { DeliveryDeps } from './deliver-message.ts';
import { claimOf } from './rules.ts';
import type { AccessGranted } from '../contracts/events/access-granted.ts';
import type { AccessNoticeRequested } from '../contracts/events/access-notice-requested.ts';
import { composeAccessNotice, isStillSo } from './access-notice-rules.ts';
import type { AccessNoticeStore } from './access-notice-store.ts';
import { platformScope } from '../access/scope.ts';

export interface AccessNoticeDeps extends DeliveryDeps {
  readonly store: AccessNoticeStore;
  readonly consoleUrl?: string | undefined;
}

/**
 * Tells a shop that its access was granted or has ended, once for each event: claimed, sent, marked, as digests are.
 * A shop without a wish to be told is not.
 *
 * @throws AppError `unavailable` while somebody else may be sending it, or the mail service takes nothing: to be asked again.
 */
export function sendAccessNotice(
  deps: AccessNoticeDeps,
): (news: AccessGranted | AccessNoticeRequested) => Promise<void> {
  const { store, clock, consoleUrl } = deps;
  return async (news) => {
    const { shopId, eventId, state } = news;
    // Of a change, its own instant; of a request to tell it once more, the change's.
    const since = fromTimestamp('since' in news ? news.since : news.occurredAt);
    const scope = platformScope(shopId, 'access-notices');
    const { notice, access } = await store.read(scope, eventId);
    if (!isStillSo({ state, since }, access) || !access.notify) return;
    const now = clock.now();
    const claim = notice ? claimOf(notice, now) : ({ type: 'claimed', takesOver: false } as const);
    if (claim.type === 'over') return;
    const mayRepeat = claim.type === 'claimed' && claim.takesOver && access.notify.channel === 'email';
    if (claim.type === 'held' || !(await store.claim(scope, eventId, notice, mayRepeat, now)))
      throw new AppError('unavailable', 'Somebody else may be sending this notice.');

    const claims = (notice?.claims ?? 0) + 1;
    const claimed = {
      scope,
      mayRepeat,
      finish: (...[finish, event]: Parameters<Parameters<typeof deliver>[1]['finish']>) =>
        store.finish(scope, eventId, claims, finish, event),
    };
    await deliver(deps, claimed, access.notify, composeAccessNotice(shopId, access, consoleUrl));
  };
}
