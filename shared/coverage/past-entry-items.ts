import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId } from '../kernel/ids.ts';
import { longestWait } from '../kernel/words/longest-wait.ts';
import type { Item } from '../table/batch-get.ts';
import { pastEntryKey } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import type { BlockName, Covered } from './rules.ts';

/** What is left of an entry that was taken from a marker: for an order that was made before, and is told of afterwards. */
export interface PastEntry extends Covered {
  readonly root: BuyerId;
  readonly blockId: BlockId;
}

/** @param now of the writer; from the end of the cover, where that is known, it is kept as long as an event may wait. */
export function pastEntryItem(
  { shopId, root, blockId }: BlockName,
  account: BuyerId,
  { createdAt, linkedSince, until, gaps }: Covered,
  now: EpochMilliseconds,
): Key & Item {
  return {
    ...pastEntryKey(shopId, account, blockId),
    root,
    blockId,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(linkedSince === undefined ? {} : { linkedSince }),
    ...(until === undefined ? {} : { until }),
    ...(gaps === undefined ? {} : { gaps }),
    ttl: toTtl((until ?? now) + longestWait),
  };
}
