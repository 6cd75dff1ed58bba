import { toTimestamp, toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, ShopId } from '../kernel/ids.ts';
import { longestWait } from '../kernel/words/longest-wait.ts';
import type { Item } from '../table/batch-get.ts';
import { blockKey, blocksListing, buyerAttribute, endedBlockKey } from '../table/keys.ts';
import { never } from './rules.ts';
import type { Block, Ledger } from './rules.ts';
import type { Reach } from './scope-rules.ts';

const dayPrefix = 'd#';
const buyerPrefix = buyerAttribute('');

/** Name of the ledger's counter of one day. */
export const dayAttribute = (dayKey: string): string => `${dayPrefix}${dayKey}`;

/** The ledger that an item holds; an absent one is empty. */
export function toLedger(item: Item | undefined): Ledger {
  const places = Object.entries((item?.['blocks'] ?? {}) as Record<string, EpochMilliseconds>);
  const days = Object.entries(item ?? {}).filter(([name]) => name.startsWith(dayPrefix));
  return {
    places: Object.fromEntries(places.map(([name, expiresAt]) => [name.slice(buyerPrefix.length), expiresAt])),
    newBlocks: Object.fromEntries(days.map(([name, count]) => [name.slice(dayPrefix.length), Number(count)])),
  };
}

/** A block as its item; the TTL deletes it some time after `expiresAt`, which alone decides. */
export function toBlockItem(shopId: ShopId, block: Block): Item {
  return {
    ...blockKey(shopId, block.buyerId),
    ...block,
    shopId,
    listPk: blocksListing(shopId),
    listSk: block.blockId,
    ...(block.expiresAt === never ? {} : { ttl: toTtl(block.expiresAt) }),
  };
}

/** The block that an item holds, without the jobs that cover it; the first ones were written without a revision. */
export function toBlock(item: Item): Block {
  const {
    pk: _pk,
    sk: _sk,
    listPk: _listPk,
    listSk: _listSk,
    ttl: _ttl,
    shopId: _shopId,
    covering: _covering,
    ...block
  } = item;
  return { revision: 1, ...block } as unknown as Block;
}

/** A block as the API shows it. */
export function toBlockReply(block: Block): Record<string, unknown> {
  return {
    ...block,
    createdAt: toTimestamp(block.createdAt),
    updatedAt: block.updatedAt === undefined ? undefined : toTimestamp(block.updatedAt),
    expiresAt: block.expiresAt === never ? undefined : toTimestamp(block.expiresAt),
  };
}

/** The marker's entry for a root: which block may guard this buyer. */
export interface MarkerEntry {
  readonly blockId: string;
  readonly expiresAt: EpochMilliseconds;
  /** Of the block; in the markers of linked accounts. Not for the gate: for orders that are told of late. */
  readonly createdAt?: EpochMilliseconds;
  /** Of the block when it was written; in the markers of linked accounts. It guards only while the block has the same. */
  readonly linkedSince?: EpochMilliseconds;
}

/** What is left of a removed block, for orders that it stopped, or should have stopped, before. */
export function endedBlockItem(shopId: ShopId, block: Block, endedAt: EpochMilliseconds): Item {
  const { blockId, buyerId, reason, expiresAt } = block;
  return {
    ...endedBlockKey(shopId, blockId),
    blockId,
    buyerId,
    reason,
    ...reachOf(block),
    expiresAt,
    endedAt,
    ttl: toTtl(endedAt + longestWait),
  };
}

function reachOf({ scope, createdAt, linkedSince, linkedBefore }: Block): Reach {
  return {
    scope,
    createdAt,
    ...(linkedSince === undefined ? {} : { linkedSince }),
    ...(linkedBefore === undefined ? {} : { linkedBefore }),
  };
}

/** An erasure finds blocks by their rows. Deletions are late by days, and not in order: the row must be the one that goes last. */
const rowOutlivesBlock = 30 * 86_400_000;

/** Row under the root's partition for each shop that blocks them. It stands as long as the block's item can. */
export function blockedByItem(block: Block, shopId: ShopId, key: { pk: string; sk: string }): Item {
  return {
    ...key,
    shopId,
    buyerId: block.buyerId,
    blockId: block.blockId,
    ...reachOf(block),
    expiresAt: block.expiresAt,
    ...(block.expiresAt === never ? {} : { ttl: toTtl(block.expiresAt + rowOutlivesBlock) }),
  };
}

export type BlockedBy = {
  readonly shopId: ShopId;
  readonly buyerId: BuyerId;
  readonly blockId: string;
  readonly scope: Block['scope'];
  /** Absent on rows that were written before this was kept. */
  readonly createdAt?: EpochMilliseconds;
  readonly linkedSince?: EpochMilliseconds;
  readonly linkedBefore?: Reach['linkedBefore'];
  readonly expiresAt: EpochMilliseconds;
};
