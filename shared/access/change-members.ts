import { AppError, invalid } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { retryOnChange } from '../kernel/retry-on-change.ts';
import { accessEvent, withMemberCounts } from './access-event.ts';
import { countChanges, planMembers } from './member-role-rules.ts';
import { assertFitsOneWrite } from './member-limit.ts';
import { memberChanges } from './member-rules.ts';
import type { Member } from './member-rules.ts';
import type { MemberStore } from './member-store.ts';
import type { Access } from './rules.ts';
import type { SellerWrite } from './seller-write.ts';

const mostRounds = 5;

/** What a shop's members are, and the revision of the access that they stand in. */
export type ShopMembers = Pick<Access, 'members' | 'revision'>;

/**
 * Makes an owner's agents and viewers those that are given, in one transaction with the event and the rows by which a sign-in
 * finds its shops. Where nothing changes only the key is recorded, so that a repetition never undoes what came in between.
 *
 * @throws AppError `forbidden` for what is beyond an owner, `validation_failed` for more than a shop or one write can hold,
 *   `unavailable`.
 */
export function changeMembers(
  { store, newId }: { readonly store: MemberStore; readonly newId: NewId },
  { scope, now, use, read }: SellerWrite<unknown>,
  wanted: readonly Member[],
): Promise<ShopMembers> {
  const { shopId, actor } = scope;
  const eventId = newId();
  return retryOnChange({
    mostRounds,
    changesTooFast: 'The members are changing too fast. Nothing was changed; try again.',
    read,
    decide({ access }) {
      const planned = membersOf(access, wanted, actor.id);
      const counts = countChanges(access.members, planned);
      const members = counts ? planned : access.members;
      const after: Access = counts ? { ...access, members, revision: access.revision + 1 } : access;
      const changes = memberChanges(access.members, members);
      assertFitsOneWrite(changes);
      const recorded = use && { use, outcome: { revision: after.revision, owners: ownersOf(members) } };
      if (!counts && !recorded) return { type: 'end', result: after };
      const event =
        counts && withMemberCounts(accessEvent('Access Changed', { eventId, shopId, at: now }, actor, after), counts);
      return { type: 'write', write: { access: after, event, changes, recorded, now }, result: after };
    },
    save: (write) => store.saveMembers(scope, write),
  });
}

function membersOf({ members }: Access, wanted: readonly Member[], caller: string): readonly Member[] {
  const plan = planMembers(members, wanted, caller);
  if (plan.type === 'no_owner')
    throw new AppError('forbidden', 'You are no longer an owner of this shop. Sign in again.');
  if (plan.type === 'beyond_role') {
    const [first] = plan.errors;
    throw new AppError('forbidden', `An owner names agents and viewers. ${first?.path} ${first?.message}.`, {
      errors: plan.errors,
    });
  }
  if (plan.type === 'too_many')
    throw invalid([{ path: 'members', message: `must be at most 100 together with the owners; ${plan.count} are` }]);
  return plan.members;
}

function ownersOf(members: readonly Member[]): readonly string[] {
  return members.filter(({ role }) => role === 'owner').map(({ subject }) => subject);
}
