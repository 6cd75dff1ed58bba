import type { TokenScope } from '../access/scope.ts';
import { toProfile, toShopBuyer } from '../buyers/items.ts';
import type { Profile, ShopBuyer } from '../buyers/items.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { toLinks } from '../link-groups/items.ts';
import type { Links } from '../link-groups/items.ts';
import { alertKey, ledgerKey, linksKey, profileKey, shopBuyerKey } from '../table/keys.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { toLedger } from './items.ts';
import type { Ledger } from './rules.ts';

/** All that a new block is decided on beside the shop's access, of the buyer whom a request names. */
export interface Candidate {
  readonly ledger: Ledger;
  readonly profile: Profile | undefined;
  readonly shopBuyer: ShopBuyer | undefined;
  readonly links: Links;
  /**
   * Whom the alert that the request names is about. No condition of the write: should the alert's buyer be corrected just
   * now, the block is still of the one whom the seller chose by ID and username.
   */
  readonly alertBuyerId: BuyerId | undefined;
}

export function candidateRead(
  { shopId }: TokenScope,
  { buyerId, alertId }: { readonly buyerId: BuyerId; readonly alertId?: string | undefined },
): ReadPlan<Candidate> {
  const [ledger, profile, links] = [ledgerKey(shopId), profileKey(buyerId), linksKey(buyerId)];
  const shopBuyer = shopBuyerKey(shopId, buyerId);
  const alert = alertId === undefined ? undefined : alertKey(shopId, alertId);
  return {
    keys: [ledger, profile, shopBuyer, links, ...(alert ? [alert] : [])],
    decode: (items) => ({
      ledger: toLedger(items.get(ledger)),
      profile: toProfile(items.get(profile)),
      shopBuyer: toShopBuyer(items.get(shopBuyer)),
      links: toLinks(items.get(links)),
      alertBuyerId: alert && (items.get(alert)?.['buyerId'] as BuyerId | undefined),
    }),
  };
}
