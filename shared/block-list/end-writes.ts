import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { blockedByKey, blockKey } from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import { endedBlockItem } from './items.ts';
import { freePlace } from './ledger-writes.ts';
import type { Block } from './rules.ts';

/**
 * What ending a block takes, whoever ends it; refused when the block is no longer as it was read. The markers stay: with
 * the block gone they no longer confirm, and are cleaned up behind the event.
 */
export function endWrites(
  shopId: ShopId,
  block: Block,
  now: EpochMilliseconds,
): Record<'block' | 'ledger' | 'blockedBy' | 'ended', Write> {
  return {
    block: { delete: blockKey(shopId, block.buyerId), condition: unchanged(block) },
    ledger: freePlace(shopId, block.buyerId, block.expiresAt),
    blockedBy: { delete: blockedByKey(block.buyerId, shopId) },
    ended: { put: endedBlockItem(shopId, block, now) },
  };
}

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
