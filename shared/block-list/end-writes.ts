import type { ShopId } from '../kernel/ids.ts';
import { blockedByKey, blockKey, profileKey, removedBlockKey } from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import { endedBlockItem, removedBlockItem } from './ended-items.ts';
import { freePlace } from './ledger-writes.ts';
import type { BlockEnd, RemovedBlock } from './restore-rules.ts';
import type { Block } from './rules.ts';

/**
 * What ending a block takes, whoever ends it; refused when the block is no longer as it was read. The markers stay: with
 * the block gone they no longer confirm, and are cleaned up behind the event. Of an earlier block of this buyer, nothing
 * can be brought back any more.
 */
export function endWrites(
  shopId: ShopId,
  block: Block,
  end: BlockEnd,
): Record<'block' | 'ledger' | 'blockedBy' | 'ended' | 'removed', Write> {
  return {
    block: { delete: blockKey(shopId, block.buyerId), condition: unchanged(block) },
    ledger: freePlace(shopId, block.buyerId, block.expiresAt),
    blockedBy: { delete: blockedByKey(block.buyerId, shopId) },
    ended: { put: endedBlockItem(shopId, block, end) },
    removed: { delete: removedBlockKey(block.buyerId, shopId) },
  };
}

/** What a seller's removal takes, which can be undone. Refused by `profile` when words of an erased buyer would be kept. */
export function removalWrites(
  shopId: ShopId,
  removed: RemovedBlock,
): Record<keyof ReturnType<typeof endWrites> | 'profile', Write | undefined> {
  const { block, endedAt, endedBy } = removed;
  const hasWords = block.username !== undefined || block.avatarUrl !== undefined || block.note !== undefined;
  return {
    ...endWrites(shopId, block, { endedAt, because: 'removed', by: endedBy }),
    removed: { put: removedBlockItem(shopId, removed) },
    profile: hasWords ? { check: profileKey(block.buyerId), condition: notErased } : undefined,
  };
}

/** Nothing that is said of people may appear behind an erasure. */
export const notErased: Condition = { expression: 'attribute_not_exists(erasedAt)' };

/** That a block is the one that was read, neither changed nor ended since; its coverage may have grown, and its names be erased. */
export function unchanged({ blockId, expiresAt, revision }: Block): Condition {
  // The first blocks were written without one.
  const sameRevision =
    revision === 1 ? '(revision = :revision OR attribute_not_exists(revision))' : 'revision = :revision';
  return {
    expression: `blockId = :blockId AND expiresAt = :before AND ${sameRevision}`,
    values: { ':blockId': blockId, ':before': expiresAt, ':revision': revision },
  };
}
