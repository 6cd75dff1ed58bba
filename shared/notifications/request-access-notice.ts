import type { Access } from '../access/rules.ts';
import type { OpsScope } from '../access/scope.ts';
import type { AccessStore } from '../access/store.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import type { NoticeRequestStore } from './notice-request-store.ts';

export interface NoticeRequestDeps {
  readonly store: Pick<AccessStore, 'read'>;
  readonly requests: NoticeRequestStore;
  readonly newId: NewId;
}

/** Of whom the shop is told, and by what. */
export type ToldAccess = Access & { readonly notify: NonNullable<Access['notify']> };

/**
 * Has a shop told once more of its access as it is. Repeated with the same ID, it is told once.
 *
 * @throws AppError `not_found` where there is nothing to tell, or no way to.
 */
export async function requestAccessNotice(
  { store, requests, newId }: NoticeRequestDeps,
  scope: OpsScope,
  { shopId, noticeId }: { readonly shopId: ShopId; readonly noticeId: string },
  now: EpochMilliseconds,
): Promise<ToldAccess> {
  const access = await store.read(scope, shopId);
  if (!access) throw new AppError('not_found', 'The shop never had access: there is nothing to tell.');
  const { state, since, notify } = access;
  if (!notify || state === 'not_invited')
    throw new AppError('not_found', 'The shop has no `notify`: there is no way to tell it.');
  const eventId = newId();
  const times = { since: toTimestamp(since), occurredAt: toTimestamp(now) };
  await requests.record(scope, shopId, noticeId, {
    eventId,
    type: 'Access Notice Requested',
    at: now,
    actor: scope.actor,
    detail: { version: 1, eventId, shopId, state, ...times },
  });
  return { ...access, notify };
}
