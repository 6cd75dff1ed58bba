import { isDeepStrictEqual } from 'node:util';
import type { PieceOf } from '../contracts/messages/rebuild-request.ts';
import type { MembershipStore } from './membership-store.ts';
import type { Rebuilt } from './rebuilt.ts';
import { rosterFaults } from './rules.ts';

/**
 * Holds what is derived from the rows of a link group against them: first its roster and count, then, some members at a time,
 * that each knows of the group. A group whose last event is at work is left to it, since that writes all of this itself.
 */
export async function rebuildGroup(store: MembershipStore, piece: PieceOf<'group'>, dryRun: boolean): Promise<Rebuilt> {
  const { groupId, after } = piece;
  const roster = after === undefined ? await rebuildRoster(store, groupId, dryRun) : undefined;
  if (roster && roster.outcome !== 'right' && !(dryRun && roster.outcome === 'wrong')) return roster;
  const { looked, unaware, next } = await store.unaware(groupId, after);
  const found = [...(roster?.found ?? [])];
  if (unaware.length > 0) found.push(`${unaware.length} of ${looked} members do not know of the group`);
  if (!dryRun && unaware.length > 0 && !(await store.tell(groupId, unaware))) return { outcome: 'busy', found };
  const rest = next === undefined ? {} : { next: { ...piece, after: next } };
  if (found.length === 0) return { outcome: 'right', found, ...rest };
  return { outcome: dryRun ? 'wrong' : 'mended', found, ...rest };
}

async function rebuildRoster(
  store: MembershipStore,
  groupId: PieceOf<'group'>['groupId'],
  dryRun: boolean,
): Promise<Rebuilt> {
  // Before the rows: they are those of this revision as long as the head says so when it is written.
  const before = await store.read(groupId);
  if (!before) return { outcome: 'right', found: [] };
  if (before.revision !== before.appliedRevision)
    return { outcome: 'busy', found: ['its last link event is not done'] };
  const members = await store.members(groupId);
  const found = rosterFaults(before, members);
  if (found.length === 0) return { outcome: 'right', found };
  if (dryRun) {
    // The rows may be of a later event.
    const isSame = isDeepStrictEqual(before, await store.read(groupId));
    return isSame ? { outcome: 'wrong', found } : { outcome: 'busy', found: [] };
  }
  if (!(await store.publish(groupId, before, members))) return { outcome: 'busy', found };
  return { outcome: 'mended', found, next: { kind: 'group', groupId } };
}
