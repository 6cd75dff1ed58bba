import { longestWait } from '../block-list/items.ts';
import { type EpochMilliseconds, toTtl } from '../kernel/clock.ts';
import type { BlockId, BuyerId, GroupId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import { type Key, pastEntryKey } from '../table/keys.ts';
import type { BlockName, Covered } from './rules.ts';

/** A buyer's head: which link groups they are in. */
export interface Links {
  /** Grows by one whenever the buyer joins or leaves a group; 0 while there was none. */
  readonly revision: number;
  readonly groups: readonly GroupId[];
  /** Whether a block with linked scope was ever rooted here: link events then look for leaning blocks. */
  readonly leaning: boolean;
}

export function toLinks(item: Item | undefined): Links {
  return {
    revision: Number(item?.['revision'] ?? 0),
    groups: [...((item?.['groups'] as Set<GroupId> | undefined) ?? [])],
    leaning: item?.['leaningRevision'] !== undefined,
  };
}

/** A group's head: the highest revision that was seen, and the highest whose guarding is done. */
export interface GroupHead {
  readonly revision: number;
  readonly appliedRevision: number;
  /** Members at `revision`. */
  readonly members: number;
}

export function toGroupHead(item: Item | undefined): GroupHead | undefined {
  return (
    item && {
      revision: Number(item['revision']),
      appliedRevision: Number(item['appliedRevision'] ?? 0),
      members: Number(item['members'] ?? 0),
    }
  );
}

/** What is left of an entry that was taken from a marker: for an order that was made before, and is told of afterwards. */
export interface PastEntry extends Covered {
  readonly root: BuyerId;
  readonly blockId: BlockId;
}

/** @param now of the writer; from the end of the cover, where that is known, it is kept as long as an event may wait. */
export function pastEntryItem(
  { shopId, root, blockId }: BlockName,
  account: BuyerId,
  { createdAt, until }: Covered,
  now: EpochMilliseconds,
): Key & Item {
  return {
    ...pastEntryKey(shopId, account, blockId),
    root,
    blockId,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(until === undefined ? {} : { until }),
    ttl: toTtl((until ?? now) + longestWait),
  };
}
