import type { ShopScope, TokenScope } from '../access/scope.ts';
import { toLiftReason } from '../activity/lifted-items.ts';
import { toRemovedBlock } from '../block-list/ended-items.ts';
import type { EndedBlock } from '../block-list/restore-rules.ts';
import { toBlock } from '../block-list/items.ts';
import { toShopBuyer } from '../buyers/items.ts';
import { toExemption } from '../exemptions/items.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import {
  blockKey,
  exemptionKey,
  endedBlocksListing,
  liftedKey,
  listingIndex,
  removedBlockKey,
  shopBuyerKey,
  stopsListing,
} from '../table/keys.ts';
import { isKept } from '../table/kept.ts';
import { queryItems } from '../table/query.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import type { OwnBlocks } from './rules.ts';

/** An order that a block of the buyer's own stopped. */
export interface OwnStop {
  readonly decidedAt: EpochMilliseconds;
  readonly blockId: BlockId;
}

export interface StandingStore {
  /** What is left of the buyer's ended blocks, newest first, and their own last stops: by the index, which can lag by a moment. */
  history(
    scope: ShopScope,
    buyerId: BuyerId,
    now: EpochMilliseconds,
  ): Promise<{ readonly ended: readonly EndedBlock[]; readonly stops: readonly OwnStop[] }>;
  /** Why customer support lifted some of them. */
  liftReasons(scope: ShopScope, buyerId: BuyerId, lifted: readonly BlockId[]): Promise<ReadonlyMap<BlockId, string>>;
}

/** Whether the buyer ordered here, and their own block: the same four items of the shop's own for everybody. */
export function standingRead(
  { shopId }: TokenScope,
  buyerId: BuyerId,
): ReadPlan<Omit<OwnBlocks, 'ended'> & { readonly hasOrdered: boolean }> {
  const [orders, removed] = [shopBuyerKey(shopId, buyerId), removedBlockKey(buyerId, shopId)];
  const [block, exemption] = [blockKey(shopId, buyerId), exemptionKey(shopId, buyerId)];
  return {
    keys: [orders, block, removed, exemption],
    decode(items) {
      const item = items.get(block);
      return {
        hasOrdered: toShopBuyer(items.get(orders)) !== undefined,
        block: item && toBlock(item),
        removed: toRemovedBlock(items.get(removed)),
        exemption: toExemption(items.get(exemption)),
      };
    },
  };
}

const mostBlocks = 20;
const mostStops = 10;

export function createStandingStore(table: Table): StandingStore {
  const newest = (listPk: string, most: number, now: EpochMilliseconds): Promise<Item[]> =>
    queryItems(
      table,
      {
        IndexName: listingIndex,
        KeyConditionExpression: 'listPk = :list',
        FilterExpression: isKept.expression,
        ExpressionAttributeNames: isKept.names,
        ExpressionAttributeValues: { ':list': listPk, ...isKept.values(now) },
        ScanIndexForward: false,
        Limit: most,
      },
      most,
    );
  return {
    async history({ shopId }, buyerId, now) {
      const [ended, stops] = await Promise.all([
        newest(endedBlocksListing(shopId, buyerId), mostBlocks, now),
        newest(stopsListing(shopId, buyerId), mostStops, now),
      ]);
      return { ended: ended as unknown as EndedBlock[], stops: stops as unknown as OwnStop[] };
    },

    async liftReasons({ shopId }, buyerId, lifted) {
      const items = await batchGet(
        table,
        lifted.map((blockId) => liftedKey(buyerId, shopId, blockId)),
      );
      return new Map(
        lifted.flatMap((blockId) => {
          const reason = toLiftReason(items.get(liftedKey(buyerId, shopId, blockId)));
          return reason === undefined ? [] : [[blockId, reason] as const];
        }),
      );
    },
  };
}
