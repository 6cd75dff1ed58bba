import { activityRetentionMilliseconds } from '../events/outbox.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { liftedKey } from '../table/keys.ts';

/**
 * Why support lifted a block, beside the activity, which may hold no free text. It stays as long as the activity that
 * shows it, unless the buyer is erased.
 */
export function liftedItem(
  shopId: ShopId,
  { root, blockId }: { readonly root: BuyerId; readonly blockId: BlockId },
  reason: string,
  now: EpochMilliseconds,
): Item {
  return { ...liftedKey(root, shopId, blockId), reason, ttl: toTtl(now + activityRetentionMilliseconds) };
}

export function toLiftReason(item: Item | undefined): string | undefined {
  return item && String(item['reason']);
}
