import type { Clock } from '../kernel/clock.ts';
import { AppError } from '../kernel/errors.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { accountsAWrite } from './marker-store.ts';
import { recountCoverage } from './recount-coverage.ts';
import { accountsToGuard, accountsToRelease, mayBeLive } from './rules.ts';
import type { ChangedGroup, DependentBlock } from './rules.ts';
import { chunksOf } from '../kernel/chunks.ts';
import { decideRevision, planMembership } from '../link-groups/rules.ts';
import type { LinkStore } from './store.ts';

export interface LinkGroupChange {
  readonly groupId: GroupId;
  /** The whole membership. */
  readonly buyerIds: readonly BuyerId[];
  readonly revision: number;
}

/** `superseded`: a higher revision came while this one was at work, and does the rest. */
export type LinkGroupOutcome = 'applied' | 'ignored' | 'superseded';

const attempts = 10;

/**
 * Brings a group to the membership of a link event: commits it, then reads the blocks that lean on it, guards who
 * joined and frees who left. A crash anywhere is made good by delivering the event again: only the last write says that the revision is done.
 *
 * @throws AppError `unavailable` when other writers keep getting in between: deliver it again.
 */
export async function changeLinkGroup(
  store: LinkStore,
  clock: Clock,
  change: LinkGroupChange,
): Promise<LinkGroupOutcome> {
  const begun = await raiseHead(store, change);
  if (begun.type === 'ignore') return 'ignored';
  const group = await commitMembership(store, change, begun.settled);
  if (group === 'superseded') return 'superseded';

  const blocks = await store.dependents.blocksOf([...group.members, ...group.leaving]);
  for (const block of blocks) {
    if (block.scope === 'linked_user_ids' && mayBeLive(block, clock.now()))
      await guard(store, change.groupId, group, block);
  }
  for (const block of blocks) await release(store, clock, group, block);

  // Before the rows of those who left are forgotten: behind that, nothing would lead a second delivery to these blocks.
  for (const block of blocks) await recountCoverage(store, block);
  const forgotten = await store.groups.forget(change.groupId, change.revision, [...group.leaving]);
  if (forgotten === 'superseded') return 'superseded';
  if (forgotten === 'changed') throw keepsChanging(change.groupId);
  return (await store.groups.finish(change.groupId, change.revision)) === 'committed' ? 'applied' : 'superseded';
}

/** From here on nothing of a lower revision is written to the group any more. */
async function raiseHead(store: LinkStore, change: LinkGroupChange): Promise<ReturnType<typeof decideRevision>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const head = await store.groups.head(change.groupId);
    const decision = decideRevision(head, change.revision);
    if (decision.type === 'ignore' || head?.revision === change.revision) return decision;
    if (await store.groups.raise(change.groupId, head, change.revision)) return decision;
  }
  throw keepsChanging(change.groupId);
}

async function commitMembership(
  store: LinkStore,
  change: LinkGroupChange,
  settled: boolean,
): Promise<ChangedGroup | 'superseded'> {
  const members = new Set(change.buyerIds);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const plan = planMembership(await store.groups.rows(change.groupId), members);
    const asWanted = plan.join.length + plan.leave.length === 0;
    // Once others have been at work here, or this very event has, the rows do not tell who has just joined; and a
    // write of theirs that is under way may not show in them yet, so that they are read again and verified.
    const resumed = !settled || attempt > 0;
    const outcome = await store.groups.commit(change.groupId, change.revision, plan, {
      verifyStay: resumed && asWanted,
    });
    if (outcome === 'superseded') return 'superseded';
    if (outcome === 'changed' || (resumed && !asWanted)) continue;
    return { members, joined: resumed ? members : new Set(plan.join), leaving: new Set(plan.leaving), resumed };
  }
  throw keepsChanging(change.groupId);
}

async function guard(store: LinkStore, groupId: GroupId, group: ChangedGroup, block: DependentBlock): Promise<void> {
  for (const accounts of chunksOf(accountsToGuard(group, block.root), accountsAWrite)) {
    // What an attempt before has done is not done again, or a large group might never come to its end.
    const rest = group.resumed ? await store.markers.unguarded(block, accounts) : accounts;
    const outcome = await store.markers.guard(block, groupId, rest);
    if (outcome.type !== 'guarded') return;
  }
}

async function release(store: LinkStore, clock: Clock, group: ChangedGroup, block: DependentBlock): Promise<void> {
  for (const accounts of chunksOf(accountsToRelease(group, block.root), accountsAWrite)) {
    await store.markers.releaseUnlinked(block, accounts, clock.now());
  }
}

function keepsChanging(groupId: GroupId): AppError {
  return new AppError('unavailable', `Link group ${groupId} keeps changing.`);
}
