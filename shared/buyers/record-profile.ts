import type { BuyerProfileChanged } from '../contracts/events/buyer-profile-changed.ts';
import type { ProfileStore } from './profile-store.ts';

/**
 * Keeps the newest profile of a buyer. Each is one item, so a rename is one write, and of two buyers who swap
 * names each is right as soon as their own event is in; in between both may claim one.
 */
export function recordProfile(store: ProfileStore) {
  return ({ buyerId, username, avatarUrl, revision }: BuyerProfileChanged): Promise<void> =>
    store.save({ buyerId, username, avatarUrl, revision });
}
