import type { TokenScope } from '../access/scope.ts';
import { isErased, toProfile, toShopBuyer } from '../buyers/items.ts';
import type { Profile, ShopBuyer } from '../buyers/items.ts';
import { toExemption } from '../exemptions/items.ts';
import type { Exemption } from '../exemptions/rules.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { toLinks } from '../link-groups/items.ts';
import type { Links } from '../link-groups/items.ts';
import type { ItemsByKey } from '../table/batch-get.ts';
import { alertKey, exemptionKey, ledgerKey, linksKey, profileKey, shopBuyerKey } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { toLedger } from './items.ts';
import type { Ledger } from './rules.ts';

/**
 * What a new block is decided on beside the shop's access: all of it the shop's own. What the marketplace knows of a buyer
 * takes time to read where there is something, so it is read of the shop's buyers alone, behind this.
 */
export interface Candidate {
  readonly ledger: Ledger;
  readonly shopBuyer: ShopBuyer | undefined;
  /** The buyer's exemption, which a block of this very buyer ends. */
  readonly exemption: Exemption | undefined;
  /**
   * Whom the alert that the request names is about. No condition of the write: should the alert's buyer be corrected just
   * now, the block is still of the one whom the seller chose by ID and username.
   */
  readonly alertBuyerId: BuyerId | undefined;
}

/** What the marketplace says of a buyer, whichever shops they ordered in. */
export interface MarketplaceBuyer {
  readonly profile: Profile | undefined;
  readonly links: Links;
  /** Nothing may be written about them any more. */
  readonly isErased: boolean;
}

/** In place of a buyer who never ordered in the shop: nothing is read of them. */
export const nobody: MarketplaceBuyer = { profile: undefined, links: toLinks(undefined), isErased: false };

export function candidateRead(
  { shopId }: TokenScope,
  { buyerId, alertId }: { readonly buyerId: BuyerId; readonly alertId?: string | undefined },
): ReadPlan<Candidate> {
  const [ledger, shopBuyer] = [ledgerKey(shopId), shopBuyerKey(shopId, buyerId)];
  const exemption = exemptionKey(shopId, buyerId);
  const alert = alertId === undefined ? undefined : alertKey(shopId, alertId);
  return {
    keys: [ledger, shopBuyer, exemption, ...(alert ? [alert] : [])],
    decode: (items) => ({
      ledger: toLedger(items.get(ledger)),
      shopBuyer: toShopBuyer(items.get(shopBuyer)),
      exemption: toExemption(items.get(exemption)),
      alertBuyerId: alert && (items.get(alert)?.['buyerId'] as BuyerId | undefined),
    }),
  };
}

/** Only for buyers of the shop. */
export function marketplaceBuyerRead(buyerId: BuyerId): ReadPlan<MarketplaceBuyer> {
  const [profile, links] = [profileKey(buyerId), linksKey(buyerId)];
  return {
    keys: [profile, links],
    decode: (items: ItemsByKey) => ({
      profile: toProfile(items.get(profile)),
      links: toLinks(items.get(links)),
      isErased: isErased(items.get(profile)),
    }),
  };
}
