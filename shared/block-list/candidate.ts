import type { Access } from '../access/rules.ts';
import { toAccess } from '../access/store.ts';
import { type Profile, type ShopBuyer, toProfile, toShopBuyer } from '../buyers/items.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { type Links, toLinks } from '../link-groups/items.ts';
import type { ItemsByKey } from '../table/batch-get.ts';
import { accessKey, type Key, ledgerKey, linksKey, profileKey, shopBuyerKey } from '../table/keys.ts';
import { toLedger } from './items.ts';
import type { Ledger } from './rules.ts';

/** All that deciding a new block takes, read in one round trip. */
export interface Candidate {
  readonly access: Access | undefined;
  readonly ledger: Ledger;
  readonly profile: Profile | undefined;
  readonly shopBuyer: ShopBuyer | undefined;
  readonly links: Links;
}

export function candidateKeys(shopId: ShopId, buyerId: BuyerId): readonly Key[] {
  return [accessKey(shopId), ledgerKey(shopId), profileKey(buyerId), shopBuyerKey(shopId, buyerId), linksKey(buyerId)];
}

export function toCandidate(shopId: ShopId, buyerId: BuyerId, items: ItemsByKey): Candidate {
  return {
    access: toAccess(items.get(accessKey(shopId))),
    ledger: toLedger(items.get(ledgerKey(shopId))),
    profile: toProfile(items.get(profileKey(buyerId))),
    shopBuyer: toShopBuyer(items.get(shopBuyerKey(shopId, buyerId))),
    links: toLinks(items.get(linksKey(buyerId))),
  };
}
