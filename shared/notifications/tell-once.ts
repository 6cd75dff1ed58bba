import type { Access } from '../access/rules.ts';
import type { ShopScope } from '../access/scope.ts';
import { AppError } from '../kernel/errors.ts';
import type { EventId } from '../kernel/ids.ts';
import type { AccessNoticeStore } from './access-notice-store.ts';
import { deliver } from './deliver-message.ts';
import type { DeliveryDeps } from './deliver-message.ts';
import type { Message } from './message-rules.ts';
import { claimOf } from './rules.ts';
import type { Digest } from './rules.ts';

export interface NoticeDeps extends DeliveryDeps {
  readonly store: AccessNoticeStore;
  readonly consoleUrl?: string | undefined;
}

/**
 * Sends a shop one message for one event, once: claimed, sent, marked, as digests are. A shop without a wish to be told is not.
 *
 * @throws AppError `unavailable` while somebody else may be sending it, or the mail service takes nothing: to be asked again.
 */
export async function tellOnce(
  deps: NoticeDeps,
  scope: ShopScope,
  {
    eventId,
    notice,
    access,
  }: { readonly eventId: EventId; readonly notice: Digest | undefined; readonly access: Access },
  message: Message,
): Promise<void> {
  const { store, clock } = deps;
  if (!access.notify) return;
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
  await deliver(deps, claimed, access.notify, message);
}
