import type { BuyerId, ShopId } from '../kernel/ids.ts';
import type { RebuildDeps, Rebuilt } from './rebuilt.ts';
import { entryFault } from './rules.ts';
import type { EntryFault } from './rules.ts';
import type { MarkedEntry } from './store.ts';

const words: Readonly<Record<EntryFault, string>> = {
  ended: 'an entry names a block that is gone',
  earlier_scope: 'an entry is of a scope that the block has no longer',
  unlinked: 'an entry guards an account that is not linked any more',
};

/**
 * Takes entries out of a marker that no block stands behind. Each is taken the way in which it is taken when a block ends: on the
 * condition that it is still the one that was read, so that an entry that is written meanwhile stays.
 */
export async function rebuildMarker(
  deps: RebuildDeps,
  { shopId, buyerId: account }: { readonly shopId: ShopId; readonly buyerId: BuyerId },
  dryRun: boolean,
): Promise<Rebuilt> {
  const found: string[] = [];
  for (const marked of await deps.store.readEntries(shopId, account)) {
    const fault = entryFault(account, marked.entry, marked.block, marked.isLinked);
    if (fault === undefined) continue;
    found.push(words[fault]);
    if (!dryRun) await take(deps, { ...marked, shopId, account, fault });
  }
  if (found.length === 0) return { outcome: 'right', found };
  return { outcome: dryRun ? 'wrong' : 'mended', found };
}

interface Wrong extends MarkedEntry {
  readonly shopId: ShopId;
  readonly account: BuyerId;
  readonly fault: EntryFault;
}

async function take({ links }: RebuildDeps, { shopId, account, entry, block, fault }: Wrong): Promise<void> {
  const { markers, coverage } = links.store;
  const { root, blockId } = entry;
  const name = { shopId, root, blockId };
  const now = links.clock.now();
  if (fault === 'ended' || !block) {
    const { createdAt, linkedSince, expiresAt: until } = entry;
    // Without its beginning, what is left behind could only cover up what others have left.
    if (createdAt !== undefined) await markers.leaveBehind(name, [account], { createdAt, linkedSince, until }, now);
    return markers.releaseEnded(name, [account]);
  }
  // What has ended of the scopes is the block's own to say, after every change that has begun.
  if (fault === 'earlier_scope') {
    const reach = await coverage.readReach(name);
    return reach ? markers.releaseEarlier(name, reach, [account], now) : undefined;
  }
  const { scope, linkedSince, createdAt, expiresAt } = block;
  return markers.releaseUnlinked({ ...name, scope, linkedSince, createdAt, expiresAt }, [account], now);
}
