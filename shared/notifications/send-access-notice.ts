import { platformScope } from '../access/scope.ts';
import { isGrantedBy } from '../complaints/rules.ts';
import type { AccessGranted } from '../contracts/events/access-granted.ts';
import type { AccessNoticeRequested } from '../contracts/events/access-notice-requested.ts';
import { fromTimestamp } from '../kernel/clock.ts';
import { composeAccessNotice, isStillSo } from './access-notice-rules.ts';
import { tellOnce } from './tell-once.ts';
import type { NoticeDeps } from './tell-once.ts';

/**
 * Tells a shop that its access was granted or has ended, once for each event. What was given back by a complaint is told with
 * its decision, which is an event of its own.
 *
 * @throws AppError `unavailable`, as `tellOnce`.
 */
export function sendAccessNotice(deps: NoticeDeps): (news: AccessGranted | AccessNoticeRequested) => Promise<void> {
  return async (news) => {
    const { shopId, eventId, state } = news;
    // Of a change, its own instant; of a request to tell it once more, the change's.
    const isRequest = 'since' in news;
    const since = fromTimestamp(isRequest ? news.since : news.occurredAt);
    const scope = platformScope(shopId, 'access-notices');
    const { notice, access, last } = await deps.store.read(scope, eventId);
    if (!isStillSo({ state, since }, access)) return;
    if (!isRequest && isGrantedBy(last, access)) return;
    await tellOnce(deps, scope, { eventId, notice, access }, composeAccessNotice(shopId, access, deps.consoleUrl));
  };
}
