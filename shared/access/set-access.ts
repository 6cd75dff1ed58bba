import type { OutboxEvent } from '../events/outbox.ts';
import { type EpochMilliseconds, toTimestamp } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import { rounds } from '../kernel/rounds.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { type Access, type AccessChange, changeAccess } from './rules.ts';
import type { OpsScope } from './scope.ts';
import type { AccessStore } from './store.ts';

const mostRounds = 5;

/**
 * Grants, ends or changes a shop's access in one transaction. Ending it frees every buyer at once,
 * since a decision to deny reads the access; granting it again brings back what has not expired.
 *
 * @throws AppError `unavailable` when others keep changing the same shop.
 */
export async function setAccess(
  deps: { readonly store: AccessStore; readonly newId: NewId },
  scope: OpsScope,
  shopId: ShopId,
  change: AccessChange,
  now: EpochMilliseconds,
): Promise<Access> {
  const eventId = deps.newId();
  for (const _round of rounds(mostRounds)) {
    const { access, event: type } = changeAccess(await deps.store.read(scope, shopId), change, now);
    const event: OutboxEvent = {
      eventId,
      type,
      at: now,
      actor: scope.actor,
      detail: {
        version: 1,
        eventId,
        shopId,
        state: access.state,
        timeZone: access.nextTimeZone?.timeZone ?? access.timeZone,
        quotas: access.quotas,
        occurredAt: toTimestamp(now),
      },
    };
    if (await deps.store.save(scope, shopId, access, event)) return access;
  }
  throw new AppError('unavailable', "The shop's access is changing too fast. Nothing was changed; try again.");
}
