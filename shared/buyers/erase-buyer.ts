import type { ShopScope } from '../access/scope.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { Clock } from '../kernel/clock.ts';
import type { BuyerErased } from '../contracts/events/buyer-erased.ts';
import type { ProfileStore } from './profile-store.ts';

/** Writes at once: blocks and exemptions of one buyer lie in partitions of different shops. */
const scrubsAtOnce = 10;

/**
 * Forgets a buyer's name, avatar, the notes about them, also of blocks that were just removed, and why support lifted blocks. First the
 * profile, and only then blocks and exemptions: a new one holds only on the profile that it read, so none that begins later can bring the
 * name back. One that commits at the same time is scrubbed behind its own event (`coverBlock`, `followExemption`). Done again, it does nothing more; interrupted, the
 * queue's next attempt finishes it.
 */
export function eraseBuyer({ store, clock }: { readonly store: ProfileStore; readonly clock: Clock }) {
  return async ({ buyerId }: BuyerErased): Promise<void> => {
    await store.erase(buyerId, clock.now());
    await store.forgetLifts(buyerId);
    await store.forgetRemovals(buyerId);
    for await (const scopes of store.blockingShops(buyerId)) {
      await eachOf(scopes, (scope) => store.scrubBlock(scope, buyerId));
    }
    for await (const scopes of store.exemptingShops(buyerId)) {
      await eachOf(scopes, (scope) => store.scrubExemption(scope, buyerId));
    }
  };
}

async function eachOf(scopes: readonly ShopScope[], forget: (scope: ShopScope) => Promise<void>): Promise<void> {
  for (const some of chunksOf(scopes, scrubsAtOnce)) await Promise.all(some.map(forget));
}
