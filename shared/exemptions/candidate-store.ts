import type { TokenScope } from '../access/scope.ts';
import { toShopBuyer } from '../buyers/items.ts';
import type { ShopBuyer } from '../buyers/items.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { blockKey, exemptionKey, exemptPlacesKey, shopBuyerKey } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { toExemption, toPlaces } from './items.ts';
import type { Exemption } from './rules.ts';

/** What a new exemption is decided on beside the shop's access: all of it the shop's own. */
export interface ExemptCandidate {
  readonly places: ReadonlySet<BuyerId>;
  readonly shopBuyer: ShopBuyer | undefined;
  /** When the shop's block of this very buyer ends, or ended. */
  readonly blockedUntil: EpochMilliseconds | undefined;
}

export function exemptCandidateRead({ shopId }: TokenScope, buyerId: BuyerId): ReadPlan<ExemptCandidate> {
  const keys = {
    places: exemptPlacesKey(shopId),
    shopBuyer: shopBuyerKey(shopId, buyerId),
    block: blockKey(shopId, buyerId),
  };
  return {
    keys: Object.values(keys),
    decode: (items) => ({
      places: toPlaces(items.get(keys.places)),
      shopBuyer: toShopBuyer(items.get(keys.shopBuyer)),
      blockedUntil: items.get(keys.block)?.['expiresAt'] as EpochMilliseconds | undefined,
    }),
  };
}

/** The exemption of a buyer, if the shop exempts them. */
export function exemptionRead({ shopId }: TokenScope, buyerId: BuyerId): ReadPlan<Exemption | undefined> {
  const key = exemptionKey(shopId, buyerId);
  return { keys: [key], decode: (items) => toExemption(items.get(key)) };
}
