import { activityRetentionMilliseconds } from '../events/outbox.ts';
import { toTtl } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { endedBlockKey, endedBlocksListing, removedBlockKey } from '../table/keys.ts';
import { reachOf } from './items.ts';
import { revisionAtEnd, undoEndsAt } from './restore-rules.ts';
import type { BlockEnd, RemovedBlock } from './restore-rules.ts';
import type { Block } from './rules.ts';

/**
 * What is left of a block that has ended: for orders that it stopped, or should have stopped, before; and for sellers, who ask
 * why an order was stopped or was not. No words of or about people. It stays as long as the activity that tells the same.
 */
export function endedBlockItem(shopId: ShopId, block: Block, { endedAt, because, by }: BlockEnd): Item {
  const { blockId, buyerId, reason, duration, createdBy, expiresAt, alertId } = block;
  return {
    ...endedBlockKey(shopId, blockId),
    listPk: endedBlocksListing(shopId, buyerId),
    listSk: blockId,
    blockId,
    buyerId,
    reason,
    duration,
    createdBy,
    ...(alertId === undefined ? {} : { alertId }),
    ...reachOf(block),
    expiresAt,
    endedAt,
    endedBecause: because,
    ...(by === undefined ? {} : { endedBy: by }),
    revision: because === 'expired' ? block.revision : revisionAtEnd(block),
    ttl: toTtl(endedAt + activityRetentionMilliseconds),
  };
}

/** Beside it, while its removal can be undone: the whole block, with its words, which an erasure takes. */
export function removedBlockItem(shopId: ShopId, removed: RemovedBlock): Item {
  const { block, ...end } = removed;
  return { ...removedBlockKey(block.buyerId, shopId), shopId, block, ...end, ttl: toTtl(undoEndsAt(removed)) };
}

export function toRemovedBlock(item: Item | undefined): RemovedBlock | undefined {
  if (!item) return undefined;
  const { block, endedAt, endedBy, accessSince } = item as unknown as RemovedBlock;
  return { block, endedAt, endedBy, accessSince };
}
