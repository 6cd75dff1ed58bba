import type { BuyerId } from '../kernel/ids.ts';
import { createRecent } from './recent.ts';
import { nameOf } from './stop-candidates.ts';
import type { Place } from './store.ts';

/**
 * Whose block stopped a buyer last, as far as this process knows: what to read together with the marker when they come again.
 * Only a hint: nothing is decided by it, and a wrong one costs a read.
 */
export interface RecentDenials {
  of(place: Place): BuyerId | undefined;
  remember(place: Place, root: BuyerId): void;
  forget(place: Place): void;
}

/** Remembers those who were stopped last, at least `most`. Holds IDs alone. */
export function createRecentDenials(most: number): RecentDenials {
  const roots = createRecent<BuyerId>(most);
  let empty = true;
  return {
    // Where nobody was ever stopped, nothing is looked up.
    of: (place) => (empty ? undefined : roots.get(nameOf(place))),
    remember(place, root) {
      empty = false;
      roots.set(nameOf(place), root);
    },
    forget(place) {
      if (!empty) roots.delete(nameOf(place));
    },
  };
}
