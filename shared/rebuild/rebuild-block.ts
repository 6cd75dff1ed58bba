import { coverBlock } from '../coverage/cover-block.ts';
import { accountsAWrite } from '../coverage/marker-store.ts';
import type { LinkStore } from '../coverage/store.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { Clock } from '../kernel/clock.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import type { Block } from '../block-list/rules.ts';
import { blockFaults } from './rules.ts';
import type { Derived } from './rules.ts';
import type { RebuildStore } from './store.ts';

export interface RebuildDeps {
  readonly store: RebuildStore;
  readonly links: LinkStore;
  readonly clock: Clock;
}

export interface Rebuilt {
  readonly outcome: 'right' | 'wrong' | 'mended' | 'busy';
  readonly found: readonly string[];
}

/**
 * Holds what is derived from a block against the block: its root's marker, those of linked accounts, its coverage. What is
 * missing is written the way in which it is written for a new block, on the condition that the block stands: it guards
 * nobody without a block, and takes nothing from anybody.
 */
export async function rebuildBlock(
  { store, links, clock }: RebuildDeps,
  { shopId, buyerId }: { readonly shopId: ShopId; readonly buyerId: BuyerId },
  dryRun: boolean,
): Promise<Rebuilt> {
  const { block, rootEntry } = await store.readBlock(shopId, buyerId);
  const now = clock.now();
  if (!block || block.expiresAt <= now) return { outcome: 'right', found: [] };
  const found = blockFaults(block, { rootEntry, ...(await linkedOf(links, shopId, block)) }, now);
  if (found.length === 0) return { outcome: 'right', found };
  if (dryRun) return { outcome: 'wrong', found };
  if (!(await store.markRoot(shopId, block))) return { outcome: 'busy', found };
  const { blockId, scope } = block;
  if (scope === 'linked_user_ids') await coverBlock(links, { shopId, buyerId, blockId, scope });
  else if (block.coverage.total !== 1 || block.coverage.state !== 'complete') {
    if (!(await store.resetCoverage(shopId, block))) return { outcome: 'busy', found };
  }
  return { outcome: 'mended', found };
}

async function linkedOf(
  links: LinkStore,
  shopId: ShopId,
  { buyerId: root, blockId, scope, linkedSince }: Block,
): Promise<Omit<Derived, 'rootEntry'>> {
  if (scope !== 'linked_user_ids') return { linked: 0, unguarded: 0 };
  const accounts = [...new Set([...(await links.linkedByGroup(root)).values()].flat())];
  let unguarded = 0;
  for (const some of chunksOf(accounts, accountsAWrite)) {
    unguarded += (await links.markers.unguarded({ shopId, root, blockId, linkedSince }, some)).length;
  }
  return { linked: accounts.length, unguarded };
}
