import { randomUUID } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ShopScope } from '../access/scope.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { type Links, toLinks } from '../links/items.ts';
import { countLinkedAccounts } from '../links/linked-accounts.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { linksKey, listingIndex, profileKey, shopBuyerKey, usernameListing } from '../table/keys.ts';
import { type Profile, type ShopBuyer, toProfile, toShopBuyer, usernameDigest } from './items.ts';

/** A buyer who ordered in the shop, with what the marketplace says of them. */
export type KnownBuyer = Profile & ShopBuyer & { readonly links: Links };

export interface LookupStore {
  /** Whom the index lists under a username, in any shop. It lags, so it only suggests. */
  suggestions(username: string): Promise<readonly BuyerId[]>;
  /**
   * Those among them who ordered in this shop and have a profile, as of now. It reads the same for nobody, one and two, so
   * that neither time nor cost tells a buyer of other shops from one who never was.
   */
  buyersOfShop(scope: ShopScope, buyerIds: readonly BuyerId[]): Promise<readonly KnownBuyer[]>;
  /** Other accounts that the marketplace holds to be the same person. */
  countLinkedAccounts(buyer: KnownBuyer): Promise<number>;
}

/** Two claim a username while they swap theirs; more do only while events are far behind. */
const leastCandidates = 2;

export function createLookupStore(table: Table): LookupStore {
  return {
    async suggestions(username) {
      const buyerIds: BuyerId[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const reply = await table.client.send(
          new QueryCommand({
            TableName: table.name,
            IndexName: listingIndex,
            KeyConditionExpression: 'listPk = :username',
            ExpressionAttributeValues: { ':username': usernameListing(usernameDigest(username)) },
            ProjectionExpression: 'listSk',
            ExclusiveStartKey: from,
          }),
        );
        buyerIds.push(...(reply.Items ?? []).map((item) => String(item['listSk'])));
        from = reply.LastEvaluatedKey;
      } while (from !== undefined);
      return buyerIds;
    },

    async buyersOfShop({ shopId }, buyerIds) {
      const standIns = Array.from({ length: Math.max(0, leastCandidates - buyerIds.length) }, standIn);
      const items = await batchGet(
        table,
        [...buyerIds, ...standIns].flatMap((buyerId) => [
          profileKey(buyerId),
          shopBuyerKey(shopId, buyerId),
          linksKey(buyerId),
        ]),
      );
      return buyerIds.flatMap((buyerId) => {
        const profile = toProfile(items.get(profileKey(buyerId)));
        const shopBuyer = toShopBuyer(items.get(shopBuyerKey(shopId, buyerId)));
        if (!profile || !shopBuyer) return [];
        return [{ ...profile, ...shopBuyer, links: toLinks(items.get(linksKey(buyerId))) }];
      });
    },

    countLinkedAccounts: ({ buyerId, links }) => countLinkedAccounts(table, buyerId, links),
  };
}

/** In place of a buyer's ID where there is none: IDs hold no dot, and no two stand-ins share a partition. */
function standIn(): string {
  return `.${randomUUID()}`;
}
