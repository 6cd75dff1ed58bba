import type { MarkedBlock } from './contract.ts';
import { accountsAWrite } from './marker-store.ts';
import { chunksOf } from './rules.ts';
import type { LinkStore } from './store.ts';

/**
 * Takes the entries of a block that has ended out of the markers of its root and of all linked to it. An entry that
 * is missed, of an account that left in that moment, names a block that is gone and denies nothing: it costs the gate a second read.
 */
export async function cleanMarkers(store: LinkStore, ended: MarkedBlock): Promise<void> {
  const block = { shopId: ended.shopId, root: ended.buyerId, blockId: ended.blockId };
  const linked =
    ended.scope === 'linked_user_ids'
      ? await store.linkedByGroup(block.root, 'members_and_leaving')
      : new Map<string, string[]>();
  const accounts = [...new Set([block.root, ...[...linked.values()].flat()])];
  for (const chunk of chunksOf(accounts, accountsAWrite)) await store.markers.releaseEnded(block, chunk);
}
