import type { StepOf } from '../contracts/messages/coverage-step.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { BuyerId } from '../kernel/ids.ts';
import type { CoverageDeps } from './deps.ts';
import type { MarkedBlock } from './marked-block.ts';
import { accountsAWrite } from './marker-store.ts';
import type { BlockName, Covered } from './rules.ts';

/**
 * Takes the entries of a block that has ended out of the markers of its root and of all linked to it. An entry that
 * is missed, of an account that left in that moment, names a block that is gone and denies nothing: it costs the gate a second read.
 * What it leaves behind tells of the block to orders that were made before and come late: for all of them, also where a later block of
 * the same root has taken the entry's place.
 *
 * @param covered when it was live, of a block of which nothing else is left; a removed one leaves that behind itself.
 */
export async function cleanMarkers(deps: CoverageDeps, ended: MarkedBlock, covered: Covered = {}): Promise<void> {
  const block = { shopId: ended.shopId, root: ended.buyerId, blockId: ended.blockId };
  if (ended.scope === 'linked_user_ids') return cleanLinked(deps, { block, covered });
  await cleanAccounts(deps, block, covered, { members: [block.root] });
}

/** Does so for some of the accounts that are linked to the block's root, and at first for the root. */
export async function cleanLinked(deps: CoverageDeps, step: StepOf<'clean'>): Promise<void> {
  const { block, covered, from } = step;
  const { groups, next } = await deps.store.linked.page(block.root, from, 'members_and_leaving');
  const members = new Set([...(from ? [] : [block.root]), ...groups.flatMap((group) => group.members)]);
  const leaving = new Set(groups.flatMap((group) => group.accounts).filter((account) => !members.has(account)));
  await cleanAccounts(deps, block, covered, { members: [...members], leaving: [...leaving] });
  if (next) await deps.queue.send([{ step: 'clean', block, covered, from: next }]);
}

async function cleanAccounts(
  { store, clock }: CoverageDeps,
  block: BlockName,
  covered: Covered,
  { members, leaving = [] }: { readonly members: readonly BuyerId[]; readonly leaving?: readonly BuyerId[] },
): Promise<void> {
  for (const some of chunksOf(members, accountsAWrite)) {
    await store.markers.leaveBehind(block, some, covered, clock.now());
    await store.markers.releaseEnded(block, some);
  }
  for (const some of chunksOf(leaving, accountsAWrite)) {
    // Who has been freed already has something left behind that says until when, which this may not replace.
    await store.markers.leaveBehind(block, await store.markers.bearers(block, some), covered, clock.now());
    await store.markers.releaseEnded(block, some);
  }
}
