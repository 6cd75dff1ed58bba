import { isDeepStrictEqual } from 'node:util';
import type { OutboxEvent } from '../events/outbox.ts';
import { invalid, AppError } from '../kernel/errors.ts';
import { memberChanges, mostMemberChanges } from './member-rules.ts';
import { type EpochMilliseconds, toTimestamp } from '../kernel/clock.ts';
import { rounds } from '../kernel/retry-on-change.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { type Access, type AccessChange, changeAccess, zoneAt } from './rules.ts';
import type { OpsScope } from './scope.ts';
import type { AccessStore } from './store.ts';

const mostRounds = 5;

/**
 * Grants, ends or changes a shop's access in one transaction. Ending it frees every buyer at once,
 * since a decision to deny reads the access; granting it again brings back what has not expired.
 * A change that changes nothing writes nothing: asked twice, it happens and is told once.
 *
 * @throws AppError `validation_failed` when more members change than one transaction holds, `unavailable` when others keep changing the same shop.
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
    const current = await deps.store.read(scope, shopId);
    const { access, event: type } = changeAccess(current, change, now);
    if (current && isAsItWas(current, access, now)) return current;
    const members = memberChanges(current?.members ?? [], access.members);
    const changed = members.put.length + members.removed.length;
    if (changed > mostMemberChanges) {
      const message = `would change ${changed} members; one request changes ${mostMemberChanges} at most`;
      throw invalid([{ path: 'members', message }]);
    }
    const event: OutboxEvent = {
      eventId,
      type,
      at: now,
      actor: scope.actor,
      detail: {
        version: 1,
        eventId,
        shopId,
        state: change.state,
        timeZone: access.nextTimeZone?.timeZone ?? access.timeZone,
        quotas: access.quotas,
        occurredAt: toTimestamp(now),
      },
    };
    if (await deps.store.save(scope, shopId, access, event, members)) return access;
  }
  throw new AppError('unavailable', "The shop's access is changing too fast. Nothing was changed; try again.");
}

/** Whether only the revision tells them apart; a changed zone that is in force by now is the zone. */
function isAsItWas(current: Access, access: Access, now: EpochMilliseconds): boolean {
  const { nextTimeZone: next, ...settled } = current;
  const pending = next && next.from > now ? { nextTimeZone: next } : {};
  const before = { ...settled, ...pending, timeZone: zoneAt(current, now), revision: access.revision };
  return isDeepStrictEqual(before, access);
}
