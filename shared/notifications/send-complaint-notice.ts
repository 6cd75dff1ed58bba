import { platformScope } from '../access/scope.ts';
import type { AccessComplaintDecided } from '../contracts/events/access-complaint-decided.ts';
import { composeComplaintNotice, isStillDecided } from './complaint-notice-rules.ts';
import { tellOnce } from './tell-once.ts';
import type { NoticeDeps } from './tell-once.ts';

/**
 * Tells a shop what became of its complaint, once, and with it that it has its access back.
 *
 * @throws AppError `unavailable`, as `tellOnce`.
 */
export function sendComplaintNotice(deps: NoticeDeps): (news: AccessComplaintDecided) => Promise<void> {
  return async ({ shopId, eventId, complaintId }) => {
    const scope = platformScope(shopId, 'access-notices');
    const [complaint, { notice, access }] = await Promise.all([
      deps.store.complaint(scope, complaintId),
      deps.store.read(scope, eventId),
    ]);
    if (!complaint || !isStillDecided(complaint, access)) return;
    await tellOnce(deps, scope, { eventId, notice, access }, composeComplaintNotice(complaint, deps.consoleUrl));
  };
}
