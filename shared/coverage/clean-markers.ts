import type { StepOf } from '../contracts/messages/coverage-step.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { CoverageDeps } from './deps.ts';
import type { MarkedBlock } from './marked-block.ts';
import { accountsAWrite } from './marker-store.ts';
import type { Covered } from './rules.ts';

/**
 * Takes the entries of a block that has ended out of the markers of its root and of all linked to it. An entry that
 * is missed, of an account that left in that moment, names a block that is gone and denies nothing: it costs the gate a second read.
 * What it leaves behind tells of the block to orders that were made before and come late: for all of them, also where a later block of
 * the same root has taken the entry's place.
 *
 * @param covered when it was live, of a block of which nothing else is left; a removed one leaves that behind itself.
 */
export async function cleanMarkers(deps: CoverageDeps, ended: MarkedBlock, covered: Covered = {}): Promise<void> {
  const { store, clock } = deps;
  const block = { shopId: ended.shopId, root: ended.buyerId, blockId: ended.blockId };
  await store.markers.leaveBehind(block, [block.root], covered, clock.now());
  await store.markers.releaseEnded(block, [block.root]);
  if (ended.scope === 'linked_user_ids') await cleanLinked(deps, { block, covered });
}

/** Does so for some of the accounts that are linked to the block's root. */
export async function cleanLinked(deps: CoverageDeps, step: StepOf<'clean'>): Promise<void> {
  const { store, queue, clock } = deps;
  const { block, covered } = step;
  const page = await store.linked.page(block.root, step.from, 'members_and_leaving');
  const members = new Set(page.groups.flatMap((group) => group.members));
  const leaving = new Set(page.groups.flatMap((group) => group.accounts).filter((account) => !members.has(account)));
  for (const some of chunksOf([...members], accountsAWrite)) {
    await store.markers.leaveBehind(block, some, covered, clock.now());
    await store.markers.releaseEnded(block, some);
  }
  for (const some of chunksOf([...leaving], accountsAWrite)) {
    // Who has been freed already has something left behind that says until when, which this may not replace.
    await store.markers.leaveBehind(block, await store.markers.bearers(block, some), covered, clock.now());
    await store.markers.releaseEnded(block, some);
  }
  if (page.next) await queue.send([{ step: 'clean', block, covered, from: page.next }]);
}
