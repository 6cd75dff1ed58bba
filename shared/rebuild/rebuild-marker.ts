import type { Block } from '../block-list/rules.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import type { RebuildDeps, Rebuilt } from './rebuild-block.ts';
import { entryFault } from './rules.ts';
import type { Entry, EntryFault } from './rules.ts';

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
  const { store, links } = deps;
  const found: string[] = [];
  for (const { entry, block } of await store.readEntries(shopId, account)) {
    const isLinked = async (): Promise<boolean> =>
      [...(await links.linkedByGroup(entry.root, 'members_and_leaving')).values()].some((group) =>
        group.includes(account),
      );
    const fault = entryFault(account, entry, block, account === entry.root || (await isLinked()));
    if (fault === undefined) continue;
    found.push(words[fault]);
    if (!dryRun) await take(deps, { shopId, account, entry, block, fault });
  }
  if (found.length === 0) return { outcome: 'right', found };
  return { outcome: dryRun ? 'wrong' : 'mended', found };
}

interface Wrong {
  readonly shopId: ShopId;
  readonly account: BuyerId;
  readonly entry: Entry;
  readonly block: Block | undefined;
  readonly fault: EntryFault;
}

async function take({ links, clock }: RebuildDeps, { shopId, account, entry, block, fault }: Wrong): Promise<void> {
  const { root, blockId } = entry;
  const name = { shopId, root, blockId };
  const now = clock.now();
  if (fault === 'ended' || !block) {
    const { createdAt, linkedSince, expiresAt: until } = entry;
    // Without its beginning, what is left behind could only cover up what others have left.
    if (createdAt !== undefined)
      await links.markers.leaveBehind(name, [account], { createdAt, linkedSince, until }, now);
    return links.markers.releaseEnded(name, [account]);
  }
  // What has ended of the scopes is the block's own to say, after every change that has begun.
  if (fault === 'earlier_scope') {
    const reach = await links.coverage.readReach(name);
    return reach ? links.markers.releaseEarlier(name, reach, [account], now) : undefined;
  }
  const { scope, linkedSince, createdAt, expiresAt } = block;
  return links.markers.releaseUnlinked({ ...name, scope, linkedSince, createdAt, expiresAt }, [account], now);
}
