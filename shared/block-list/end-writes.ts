import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { blockedByKey, blockKey } from '../table/keys.ts';
import type { Condition, Write } from '../table/transact.ts';
import { endedBlockItem } from './items.ts';
import { freePlace } from './ledger-write.ts';
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

/** That a block is the one that was read, neither extended nor ended since. */
export function unchanged(block: Block): Condition {
  return {
    expression: 'blockId = :blockId AND expiresAt = :before',
    values: { ':blockId': block.blockId, ':before': block.expiresAt },
  };
}
