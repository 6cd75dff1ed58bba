import { isDeepStrictEqual } from 'node:util';
import { assertFitsOneWrite } from './member-limit.ts';
import { countChanges } from './member-role-rules.ts';
import { memberChanges } from './member-rules.ts';
import type { EntityVersion } from '../kernel/entity-version.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import type { NewId, ShopId } from '../kernel/ids.ts';
import { accessEvent, withMemberCounts } from './access-event.ts';
import { changeAccess, versionOf, zoneAt } from './rules.ts';
import type { Access, AccessChange } from './rules.ts';
import type { OpsScope } from './scope.ts';
import type { AccessStore } from './store.ts';

const mostRounds = 5;

export interface AccessWish {
  readonly change: AccessChange;
  /** Throws when the change is meant for another state than the one that it would be made from. */
  readonly assertCurrent?: ((version: EntityVersion) => void) | undefined;
}

/**
 * Grants, ends or changes a shop's access in one transaction. Ending it frees every buyer at once,
 * since a decision to deny reads the access; granting it again brings back what has not expired.
 * A change that changes nothing writes nothing: asked twice, it happens and is told once.
 *
 * @throws AppError `validation_failed` when more members change than one transaction holds, `unavailable` when others keep changing the same shop.
 */
export function setAccess(
  { store, newId }: { readonly store: AccessStore; readonly newId: NewId },
  scope: OpsScope,
  shopId: ShopId,
  { change, assertCurrent }: AccessWish,
  now: EpochMilliseconds,
): Promise<Access> {
  const eventId = newId();
  return retryOnChange({
    mostRounds,
    changesTooFast: "The shop's access is changing too fast. Nothing was changed; try again.",
    read: () => store.read(scope, shopId),
    decide(current) {
      assertCurrent?.(versionOf(shopId, current));
      const { access, event: type } = changeAccess(current, change, now);
      if (current && isAsItWas(current, access, now)) return { type: 'end', result: current };
      const members = memberChanges(current?.members ?? [], access.members);
      assertFitsOneWrite(members);
      const counts = countChanges(current?.members ?? [], access.members);
      const event = withMemberCounts(accessEvent(type, { eventId, shopId, at: now }, scope.actor, access), counts);
      return { type: 'write', write: { access, event, members }, result: access };
    },
    save: ({ access, event, members }) => store.save(scope, shopId, access, event, members),
  });
}

/** Whether only the revision tells them apart; a changed zone that is in force by now is the zone. */
function isAsItWas(current: Access, access: Access, now: EpochMilliseconds): boolean {
  const { nextTimeZone: next, ...settled } = current;
  const pending = next && next.from > now ? { nextTimeZone: next } : {};
  const before = { ...settled, ...pending, timeZone: zoneAt(current, now), revision: access.revision };
  return isDeepStrictEqual(before, access);
}
