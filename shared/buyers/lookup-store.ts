import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ShopScope } from '../access/scope.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { countLinkedAccounts } from '../links/linked-accounts.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { listingIndex, profileKey, shopBuyerKey, usernameListing } from '../table/keys.ts';
import { type Profile, type ShopBuyer, toProfile, toShopBuyer, usernameDigest } from './items.ts';

/** A buyer who ordered in the shop, with what the marketplace says of them. */
export type KnownBuyer = Profile & ShopBuyer;

export interface LookupStore {
  /** Whom the index lists under a username, in any shop. It lags, so it only suggests. */
  suggestions(username: string): Promise<readonly BuyerId[]>;
  /** Those among them who ordered in this shop and have a profile, as of now. */
  buyersOfShop(scope: ShopScope, buyerIds: readonly BuyerId[]): Promise<readonly KnownBuyer[]>;
  /** Other accounts that the marketplace holds to be the same person. */
  countLinkedAccounts(buyerId: BuyerId): Promise<number>;
}

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
      const items = await batchGet(
        table,
        buyerIds.flatMap((buyerId) => [profileKey(buyerId), shopBuyerKey(shopId, buyerId)]),
      );
      return buyerIds.flatMap((buyerId) => {
        const profile = toProfile(items.get(profileKey(buyerId)));
        const shopBuyer = toShopBuyer(items.get(shopBuyerKey(shopId, buyerId)));
        return profile && shopBuyer ? [{ ...profile, ...shopBuyer }] : [];
      });
    },

    countLinkedAccounts: (buyerId) => countLinkedAccounts(table, buyerId),
  };
}
