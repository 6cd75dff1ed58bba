import { systemClock } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { MarkedBlock } from './marked-block.ts';
import { accountsAWrite } from './marker-store.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { Covered } from './rules.ts';
import type { LinkStore } from './store.ts';

/**
 * Takes the entries of a block that has ended out of the markers of its root and of all linked to it. An entry that
 * is missed, of an account that left in that moment, names a block that is gone and denies nothing: it costs the gate a second read.
 * What it leaves behind tells of the block to orders that were made before and come late: for all of them, also where a later block of
 * the same root has taken the entry's place.
 *
 * @param covered when it was live, of a block of which nothing else is left; a removed one leaves that behind itself.
 */
export async function cleanMarkers(
  store: LinkStore,
  ended: MarkedBlock,
  covered: Covered = {},
  clock: Clock = systemClock,
): Promise<void> {
  const block = { shopId: ended.shopId, root: ended.buyerId, blockId: ended.blockId };
  const linked =
    ended.scope === 'linked_user_ids'
      ? await store.linkedByGroup(block.root, 'members_and_leaving')
      : new Map<string, string[]>();
  const accounts = [...new Set([block.root, ...[...linked.values()].flat()])];
  for (const chunk of chunksOf(accounts, accountsAWrite)) {
    await store.markers.leaveBehind(block, chunk, covered, clock.now());
    await store.markers.releaseEnded(block, chunk);
  }
}
