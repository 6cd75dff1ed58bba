import type { Clock } from '../kernel/clock.ts';
import type { BuyerErased } from '../contracts/events/buyer-erased.ts';
import type { ProfileStore } from './profile-store.ts';

/** Writes at once: blocks of one buyer lie in partitions of different shops. */
const scrubsAtOnce = 10;

/**
 * Forgets a buyer's name, avatar, the notes about them, also of blocks that were just removed, and why support lifted blocks. First the profile, and only then the blocks: a new
 * block holds only on the profile that it read, so none that begins later can bring the name back. One that commits at the
 * same time is scrubbed behind its own event (`coverBlock`). Done again, it does nothing more; interrupted, the
 * queue's next attempt finishes it.
 */
export function eraseBuyer({ store, clock }: { readonly store: ProfileStore; readonly clock: Clock }) {
  return async ({ buyerId }: BuyerErased): Promise<void> => {
    await store.erase(buyerId, clock.now());
    await store.forgetLifts(buyerId);
    await store.forgetRemovals(buyerId);
    for await (const scopes of store.blockingShops(buyerId)) {
      for (let start = 0; start < scopes.length; start += scrubsAtOnce) {
        await Promise.all(scopes.slice(start, start + scrubsAtOnce).map((scope) => store.scrubBlock(scope, buyerId)));
      }
    }
  };
}
