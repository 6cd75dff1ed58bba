import { platformScope } from '../access/scope.ts';
import { buyerExempted } from '../contracts/events/buyer-exempted.ts';
import { buyerExemptionEnded } from '../contracts/events/buyer-exemption-ended.ts';
import { pickFields } from '../contracts/events/event-contract.ts';
import { onEvent } from '../events/inbound.ts';
import type { BoundEvent } from '../events/inbound.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import type { FollowExemptionStore } from './follow-store.ts';

interface Exempted {
  readonly shopId: ShopId;
  readonly buyerId: BuyerId;
}

/**
 * Follows a new exemption. A buyer who was erased while it was written is forgotten on it: the erasure had looked for
 * exemptions when this one could not be seen yet. Done again, it does nothing more.
 */
export async function followExemption(store: FollowExemptionStore, { shopId, buyerId }: Exempted): Promise<void> {
  const scope = platformScope(shopId, 'coverage-consumer');
  if (await store.isErased(scope, buyerId)) await store.scrub(scope, buyerId);
}

/**
 * Follows the end of an exemption: a marker that held nothing else goes. The end itself leaves it where it is, so that it takes the
 * same time for a buyer whom blocks through links cover.
 */
export async function followExemptionEnd(store: FollowExemptionStore, { shopId, buyerId }: Exempted): Promise<void> {
  await store.dropEmptyMarker(platformScope(shopId, 'coverage-consumer'), buyerId);
}

/** Our own events of exemptions, with what follows them. */
export function exemptionEvents(store: FollowExemptionStore): readonly BoundEvent[] {
  return [
    onEvent(pickFields(buyerExempted, 'shopId', 'buyerId'), (exempted) => followExemption(store, exempted)),
    onEvent(pickFields(buyerExemptionEnded, 'shopId', 'buyerId'), (ended) => followExemptionEnd(store, ended)),
  ];
}
