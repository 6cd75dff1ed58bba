import type { EpochMilliseconds } from '../kernel/clock.ts';
import { halfwayTo } from '../aws-json/deadline.ts';
import type { Deadline } from '../aws-json/deadline.ts';
import { entriesToConfirm } from './rules.ts';
import type { Check, Marker } from './rules.ts';
import { settle, sureDenial } from './settle.ts';
import { nameOf, stopOf } from './stop-candidates.ts';
import type { MarkedCheck } from './stop-candidates.ts';
import type { RecentDenials } from './recent-denials.ts';
import type { Confirmation, GateStore, Place, Read, ShopRoot } from './store.ts';

/** The checks that one read can deny, by name. It can do nothing else: all others are asked as if it had not been. */
export async function readStoppedBefore(
  { store, recentDenials }: { readonly store: GateStore; readonly recentDenials: RecentDenials },
  gated: readonly Check[],
  checkoutId: string | undefined,
  now: EpochMilliseconds,
  deadline: Deadline,
): Promise<ReadonlyMap<string, MarkedCheck>> {
  const stopped = new Map<string, MarkedCheck>();
  const places: (Place & ShopRoot)[] = [];
  for (const check of gated) {
    const root = recentDenials.of(check);
    // One who was never stopped needs a read of their marker anyway.
    if (root === undefined) return stopped;
    places.push({ shopId: check.shopId, buyerId: check.buyerId, root });
  }
  if (places.length === 0) return stopped;
  // The rest is for the plain way: who is known to be blocked must not be let through where a stranger would be denied.
  const { markerOf, confirmation } = await store.together(places, halfwayTo(deadline));
  for (const [index, place] of places.entries()) {
    const check = gated[index] as Check;
    const marker = place.root === place.buyerId ? ownMarker(confirmation, place) : markerOf(place);
    if (marker.type === 'unread') continue;
    const entries = entriesToConfirm(check.buyerId, marker.value, now);
    const denial = sureDenial(settle(check, entries, confirmation, now));
    // Of checks that count as one order, the first amount counts.
    if (denial && !stopped.get(nameOf(check))?.check.amount)
      stopped.set(nameOf(check), { check, entries, denial, stop: stopOf(check, checkoutId, now) });
  }
  return stopped;
}

/** What the marker says of a buyer's own block, by the block itself: the two are written together. */
function ownMarker(confirmation: Confirmation, { shopId, root }: ShopRoot): Read<Marker | undefined> {
  const block = confirmation.block(shopId, root);
  return block.type === 'read' && block.value
    ? { type: 'read', value: { entries: [{ root, ...block.value }] } }
    : unread;
}
const unread = { type: 'unread' } as const;
