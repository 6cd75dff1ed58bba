import type { FieldError } from '../kernel/errors.ts';
import { mostMembers } from '../kernel/words/members.ts';
import type { Member } from './member-rules.ts';

export type MemberPlan =
  | { readonly type: 'members'; readonly members: readonly Member[] }
  /** The caller was made an agent or viewer since their token was written. */
  | { readonly type: 'no_owner' }
  /** It is not theirs to decide. */
  | { readonly type: 'beyond_role'; readonly errors: readonly FieldError[] }
  | { readonly type: 'too_many'; readonly count: number };

/**
 * The members of a shop once an owner has said who its agents and viewers are. Owners are the marketplace's: they stay, and
 * nobody becomes one. An owner's own place is not theirs to change either, so that nobody locks themselves out.
 *
 * @param caller the owner's subject. The token says that they are one, as for every route; only a lower role that was given
 *   to them since outranks it.
 */
export function planMembers(current: readonly Member[], wanted: readonly Member[], caller: string): MemberPlan {
  const owners = current.filter(({ role }) => role === 'owner');
  const own = current.find(({ subject }) => subject === caller);
  if (own && own.role !== 'owner') return { type: 'no_owner' };
  const isOwner = new Set(owners.map(({ subject }) => subject));
  const errors = wanted.flatMap(({ subject, role }, index): FieldError[] => {
    if (isOwner.has(subject))
      return role === 'owner'
        ? []
        : [{ path: `members.${index}.role`, message: 'is of an owner, whom only the marketplace changes' }];
    if (subject === caller) return [{ path: `members.${index}.subject`, message: 'is yourself' }];
    if (role === 'owner') return [{ path: `members.${index}.role`, message: 'must be agent or viewer' }];
    return [];
  });
  if (errors.length > 0) return { type: 'beyond_role', errors };
  const members = [...owners, ...wanted.filter(({ subject }) => !isOwner.has(subject))];
  return members.length > mostMembers ? { type: 'too_many', count: members.length } : { type: 'members', members };
}

/** How many members a change has brought, changed and taken, for those who may not learn who they are. */
export interface MemberCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** `undefined` where none has. */
export function countChanges(before: readonly Member[], after: readonly Member[]): MemberCounts | undefined {
  const roles = new Map(before.map(({ subject, role }) => [subject, role]));
  const staying = new Set(after.map(({ subject }) => subject));
  const added = after.filter(({ subject }) => !roles.has(subject)).length;
  const changed = after.filter(({ subject, role }) => (roles.get(subject) ?? role) !== role).length;
  const removed = [...roles.keys()].filter((subject) => !staying.has(subject)).length;
  return added + changed + removed === 0 ? undefined : { added, changed, removed };
}
