import { AppError } from '../kernel/errors.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { evidenceKinds } from '../link-groups/evidence-rules.ts';
import { decideRevision, planMembership } from '../link-groups/rules.ts';
import type { CoverageDeps } from './deps.ts';
import { findDependents } from './find-dependents.ts';
import { groupChange } from './rules.ts';
import type { GroupChange } from './rules.ts';

export interface LinkGroupChange {
  readonly groupId: GroupId;
  /** The whole membership. */
  readonly buyerIds: readonly BuyerId[];
  /** What links them, as the marketplace calls it. */
  readonly evidence?: readonly string[] | undefined;
  readonly revision: number;
}

/** `superseded`: a higher revision came while this one was at work, and does the rest. */
export type LinkGroupOutcome = 'applied' | 'ignored' | 'superseded';

const attempts = 10;

/**
 * Brings a group to the membership of a link event: commits it, then looks for the blocks that depend on it, a page at a
 * time. Each says that it is applying, and is followed up in steps of its own. A crash anywhere is made good by delivering the
 * event again: only the last write, behind the last page, says that the revision is done.
 *
 * @throws AppError `unavailable` when other writers keep getting in between: deliver it again.
 */
export async function changeLinkGroup(deps: CoverageDeps, change: LinkGroupChange): Promise<LinkGroupOutcome> {
  const { groupId, revision } = change;
  const begun = await raiseHead(deps, change);
  if (begun.type === 'ignore') return 'ignored';
  const committed = await commitMembership(deps, change, begun.settled);
  if (committed === 'superseded') return 'superseded';
  return findDependents(deps, { groupId, revision, ...committed.change }, committed.everybody);
}

/** From here on nothing of a lower revision is written to the group any more. */
async function raiseHead({ store }: CoverageDeps, change: LinkGroupChange): Promise<ReturnType<typeof decideRevision>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const head = await store.groups.head(change.groupId);
    const decision = decideRevision(head, change.revision);
    if (decision.type === 'ignore' || head?.revision === change.revision) return decision;
    if (await store.groups.raise(change.groupId, head, change.revision)) return decision;
  }
  throw keepsChanging(change.groupId);
}

async function commitMembership(
  { store, clock }: CoverageDeps,
  { groupId, buyerIds, evidence = [], revision }: LinkGroupChange,
  settled: boolean,
): Promise<{ readonly change: GroupChange; readonly everybody: readonly BuyerId[] } | 'superseded'> {
  const members = new Set(buyerIds);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const plan = planMembership(await store.groups.rows(groupId), members);
    const asWanted = plan.join.length + plan.leave.length === 0;
    // Once others have been at work here, or this very event has, the rows do not tell who has just joined; and a
    // write of theirs that is under way may not show in them yet, so that they are read again and verified.
    const resumed = !settled || attempt > 0;
    const kinds = evidenceKinds(evidence, members);
    const options = { verifyStay: resumed && asWanted, evidence: kinds, now: clock.now() };
    const outcome = await store.groups.commit(groupId, revision, plan, options);
    if (outcome === 'superseded') return 'superseded';
    if (outcome === 'changed' || (resumed && !asWanted)) continue;
    return { change: groupChange(plan, { resumed }), everybody: [...members, ...plan.leaving].toSorted() };
  }
  throw keepsChanging(groupId);
}

function keepsChanging(groupId: GroupId): AppError {
  return new AppError('unavailable', `Link group ${groupId} keeps changing.`);
}
