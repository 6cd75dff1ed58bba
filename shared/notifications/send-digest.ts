import { zoneAt } from '../access/rules.ts';
import { platformScope } from '../access/scope.ts';
import { AppError } from '../kernel/errors.ts';
import type { DigestDue } from '../contracts/messages/digest-due.ts';
import { deliver } from './deliver-message.ts';
import type { Claimed, DeliveryDeps } from './deliver-message.ts';
import { composeDigest } from './message-rules.ts';
import { claimOf, stillWaiting } from './rules.ts';
import type { NotificationStore } from './store.ts';

export interface DigestDeps extends DeliveryDeps {
  readonly store: NotificationStore;
  readonly consoleUrl?: string | undefined;
}

/**
 * Claims a digest, sends it, and marks it sent. Whoever dies in between leaves a claim, which is taken over once its
 * lease is over.
 *
 * @throws AppError `unavailable` while somebody else may be sending it, or the mail service takes nothing: to be asked again.
 */
export function sendDigest(deps: DigestDeps): (message: DigestDue) => Promise<void> {
  const { store, clock, consoleUrl } = deps;
  return async ({ shopId, digest }) => {
    const scope = platformScope(shopId, 'notifications');
    const before = await store.readDigest(scope, digest);
    const now = clock.now();
    const claim = claimOf(before.digest, now);
    if (claim.type === 'over' || !before.digest) return;
    const mayRepeat = claim.type === 'claimed' && claim.takesOver && before.access?.notify?.channel === 'email';
    if (claim.type === 'held' || !(await store.claim(scope, digest, before.digest, mayRepeat, now)))
      throw new AppError('unavailable', 'Somebody else may be sending this digest.');

    const claims = before.digest.claims + 1;
    const claimed: Claimed = {
      scope,
      mayRepeat,
      finish: (finish, event) => store.finish(scope, digest, claims, finish, event),
    };
    const skip = async (reason: string): Promise<void> => {
      await claimed.finish({ status: 'skipped', at: clock.now(), reason });
    };
    // Only now does it hold all that it ever will.
    const { digest: held, access } = await store.readDigest(scope, digest);
    if (access?.state !== 'active' || !access.notify) return skip('nobody_to_tell');
    const alerts = stillWaiting(await store.readAlerts(scope, held?.alertIds ?? []), now);
    const more = held?.more ?? 0;
    if (alerts.length + more === 0) return skip('nothing_waits');
    const content = { shopId, alerts, more, timeZone: zoneAt(access, now), consoleUrl };
    await deliver(deps, claimed, access.notify, composeDigest(content));
  };
}
