import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { Alert, Verdict } from '../rules.ts';
import { dismissalEvents } from './action-event.ts';
import { changeAsSeller } from './change-as-seller.ts';
import type { SellerChange } from './change-as-seller.ts';
import { alertNotOpen } from './request-action.ts';
import type { ActionDeps } from './request-action.ts';
import { decideDismissal } from './rules.ts';

export interface Dismissal extends SellerChange {
  readonly verdict: Verdict;
  readonly now: EpochMilliseconds;
}

/**
 * Ends an open alert with a seller's verdict. A waiver that is still pending from a request that nobody has answered stays:
 * the answer may yet come.
 *
 * @throws AppError `not_found`, `alert_not_open`, `access_not_active`, `unavailable`.
 */
export async function dismissAlert({ store, newId }: ActionDeps, dismissal: Dismissal): Promise<Alert> {
  const { scope, verdict, now } = dismissal;
  const ids = { action: newId(), change: newId() };
  return changeAsSeller(store, dismissal, async (alert) => {
    const decision = decideDismissal(alert, verdict, { now, by: scope.actor.id });
    if (decision.type !== 'change') throw alertNotOpen();
    const { after } = decision;
    return { after, event: 'dismissed', events: dismissalEvents(ids, scope, { alert: after, verdict }, now), now };
  });
}
