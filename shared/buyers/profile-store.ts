import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { platformScope } from '../access/scope.ts';
import type { ShopScope } from '../access/scope.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import type { Table } from '../table/client.ts';
import {
  blockedByKey,
  blockKey,
  exemptInKey,
  exemptionKey,
  liftedKey,
  profileKey,
  removedBlockKey,
  usernameListing,
} from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import { queryPages } from '../table/query.ts';
import { usernameDigest } from './items.ts';
import type { Profile } from './items.ts';
import { erasedRevision } from '../kernel/words/profiles.ts';

/** What the marketplace says of buyers, whatever their shops. */
export interface ProfileStore {
  /** Saves it over a lower revision; does nothing over the same or a higher one, or an erasure. */
  save(profile: Profile): Promise<void>;
  /** From then on there is no profile, and never again will be. */
  erase(buyerId: BuyerId, at: EpochMilliseconds): Promise<void>;
  /** Shops that may hold a block of this buyer, in pages. */
  blockingShops(buyerId: BuyerId): AsyncIterable<readonly ShopScope[]>;
  /** Shops that exempt this buyer, in pages. */
  exemptingShops(buyerId: BuyerId): AsyncIterable<readonly ShopScope[]>;
  /** Takes username, avatar and note off the shop's block of this buyer, if there is one. */
  scrubBlock(scope: ShopScope, buyerId: BuyerId): Promise<void>;
  /** The same, of the shop's exemption. */
  scrubExemption(scope: ShopScope, buyerId: BuyerId): Promise<void>;
  /** Forgets why customer support lifted blocks of this buyer: in words of its own. */
  forgetLifts(buyerId: BuyerId): Promise<void>;
  /** Takes username, avatar and note off what is kept of removed blocks of this buyer. */
  forgetRemovals(buyerId: BuyerId): Promise<void>;
}

/** What of a block or an exemption is somebody's own. */
const words = 'username, avatarUrl, note';

export function createProfileStore(table: Table): ProfileStore {
  const put = (input: Omit<PutCommandInput, 'TableName'>) =>
    unlessRefused(table.client.send(new PutCommand({ TableName: table.name, ...input })));
  const scrub = (key: Key, what: string, names?: Record<string, string>) =>
    unlessRefused(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: key,
          UpdateExpression: `REMOVE ${what}`,
          ConditionExpression: 'attribute_exists(pk)',
          ...(names && { ExpressionAttributeNames: names }),
        }),
      ),
    );
  return {
    save: (profile) =>
      put({
        Item: {
          ...profileKey(profile.buyerId),
          ...profile,
          listPk: usernameListing(usernameDigest(profile.username)),
          listSk: profile.buyerId,
        },
        ConditionExpression: 'attribute_not_exists(revision) OR revision < :revision',
        ExpressionAttributeValues: { ':revision': profile.revision },
      }),

    erase: (buyerId, at) =>
      put({
        Item: { ...profileKey(buyerId), buyerId, revision: erasedRevision, erasedAt: toTimestamp(at) },
        ConditionExpression: 'attribute_not_exists(erasedAt)',
      }),

    blockingShops: (buyerId) => shopsOf(table, blockedByKey(buyerId, '')),
    exemptingShops: (buyerId) => shopsOf(table, exemptInKey(buyerId, '')),
    scrubBlock: ({ shopId }, buyerId) => scrub(blockKey(shopId, buyerId), words),
    scrubExemption: ({ shopId }, buyerId) => scrub(exemptionKey(shopId, buyerId), words),

    async forgetLifts(buyerId) {
      for await (const key of keysIn(table, liftedKey(buyerId, '', '')))
        await table.client.send(new DeleteCommand({ TableName: table.name, Key: key }));
    },

    async forgetRemovals(buyerId) {
      for await (const key of keysIn(table, removedBlockKey(buyerId, '')))
        await scrub(key, '#block.username, #block.avatarUrl, #block.note', { '#block': 'block' });
    },
  };
}

/** The keys of all items in the partition of one. */
async function* keysIn(table: Table, { pk }: Key): AsyncGenerator<Key> {
  const pages = queryPages(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ConsistentRead: true,
  });
  for await (const { Items = [] } of pages) for (const { sk } of Items) yield { pk, sk: String(sk) };
}

/** Shops that have a row under the buyer, which begins like this one. */
async function* shopsOf(table: Table, { pk, sk: prefix }: Key): AsyncIterable<readonly ShopScope[]> {
  const pages = queryPages(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    ConsistentRead: true,
  });
  for await (const { Items = [] } of pages)
    yield Items.map((item) => platformScope(String(item['shopId']), 'buyer-profile-consumer'));
}

/** A condition that does not hold means that there is nothing to do. */
async function unlessRefused(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
