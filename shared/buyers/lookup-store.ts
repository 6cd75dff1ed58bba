import { randomUUID } from 'node:crypto';
import type { ShopScope, TokenScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import type { LinkCount } from '../link-groups/evidence-rules.ts';
import { toLinks } from '../link-groups/items.ts';
import type { Links } from '../link-groups/items.ts';
import { createLinkedAccountStore } from '../link-groups/linked-account-store.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import {
  blockKey,
  buyerHistoryKey,
  exemptionKey,
  linksKey,
  listingIndex,
  profileKey,
  shopBuyerKey,
  usernameListing,
} from '../table/keys.ts';
import { queryItems } from '../table/query.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { toProfile, toShopBuyer, toShopHistory, usernameDigest } from './items.ts';
import type { Profile, ShopBuyer, ShopHistory } from './items.ts';

/** A buyer who ordered in the shop, with what the marketplace says of them. */
export type KnownBuyer = Profile &
  ShopBuyer & {
    readonly links: Links;
    /** When the shop's block of this very buyer ends, or ended. */
    readonly blockedUntil?: EpochMilliseconds | undefined;
    /** From blocks through links, by the shop. */
    readonly isExempt: boolean;
  };

export interface LookupStore {
  /** Whom the index lists under a username, in any shop. It lags, so it only suggests. */
  suggestions(username: string): Promise<readonly BuyerId[]>;
  /**
   * Those among them who ordered in this shop. It reads the same for nobody, one and two, and of a buyer of other shops it
   * finds as much as of one who never was: nothing that has to be sent and parsed.
   */
  orderedHere(scope: ShopScope, buyerIds: readonly BuyerId[]): Promise<readonly BuyerId[]>;
  /**
   * Those among them who ordered in this shop and have a profile, as of now. Only for buyers of this shop, since it reads
   * their profiles, which takes time where there is one; for nobody it reads as much as for one.
   */
  buyersOfShop(scope: ShopScope, buyerIds: readonly BuyerId[]): Promise<readonly KnownBuyer[]>;
  /** Other accounts that the marketplace holds to be the same person. */
  countLinkedAccounts(buyer: KnownBuyer): Promise<LinkCount>;
}

/** What a shop keeps of a buyer: nothing unless they ordered there. All of it is the shop's own. */
export function shopHistoryRead({ shopId }: TokenScope, buyerId: BuyerId): ReadPlan<ShopHistory | undefined> {
  const [orders, history] = [shopBuyerKey(shopId, buyerId), buyerHistoryKey(shopId, buyerId)];
  return { keys: [orders, history], decode: (items) => toShopHistory(items.get(orders), items.get(history)) };
}

/** Two claim a username while they swap theirs; more do only while events are far behind. */
const leastCandidates = 2;

export function createLookupStore(table: Table): LookupStore {
  const linked = createLinkedAccountStore(table);
  return {
    async suggestions(username) {
      const listed = await queryItems(table, {
        IndexName: listingIndex,
        KeyConditionExpression: 'listPk = :username',
        ExpressionAttributeValues: { ':username': usernameListing(usernameDigest(username)) },
        ProjectionExpression: 'listSk',
      });
      return listed.map((item) => String(item['listSk']));
    },

    async orderedHere({ shopId }, buyerIds) {
      const keys = atLeast(leastCandidates, buyerIds).map((buyerId) => shopBuyerKey(shopId, buyerId));
      const items = await batchGet(table, keys);
      return buyerIds.filter((buyerId) => items.get(shopBuyerKey(shopId, buyerId)) !== undefined);
    },

    async buyersOfShop({ shopId }, buyerIds) {
      const items = await batchGet(
        table,
        atLeast(1, buyerIds).flatMap((buyerId) => [
          profileKey(buyerId),
          shopBuyerKey(shopId, buyerId),
          linksKey(buyerId),
          blockKey(shopId, buyerId),
          exemptionKey(shopId, buyerId),
        ]),
      );
      return buyerIds.flatMap((buyerId) => {
        const profile = toProfile(items.get(profileKey(buyerId)));
        const shopBuyer = toShopBuyer(items.get(shopBuyerKey(shopId, buyerId)));
        if (!profile || !shopBuyer) return [];
        const blockedUntil = items.get(blockKey(shopId, buyerId))?.['expiresAt'] as EpochMilliseconds | undefined;
        const isExempt = items.get(exemptionKey(shopId, buyerId)) !== undefined;
        return [{ ...profile, ...shopBuyer, links: toLinks(items.get(linksKey(buyerId))), blockedUntil, isExempt }];
      });
    },

    countLinkedAccounts: ({ buyerId, links }) => linked.countLinkedAccounts(buyerId, links),
  };
}

/** Filled up with what stands in for an ID where there is none: IDs hold no dot, and no two stand-ins share a partition. */
function atLeast(count: number, buyerIds: readonly BuyerId[]): readonly string[] {
  const missing = Math.max(0, count - buyerIds.length);
  return [...buyerIds, ...Array.from({ length: missing }, () => `.${randomUUID()}`)];
}
