import type { AccessState } from '../access/rules.ts';
import type { BlockReason } from '../block-list/rules.ts';
import { coversLinked, isInGap } from '../block-list/scope-rules.ts';
import type { Reach } from '../block-list/scope-rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId } from '../kernel/ids.ts';

/** A block as it stands, or stood until it was removed. */
export interface BlockHistory extends Reach {
  readonly blockId: BlockId;
  /** Absent on what is left of a block that was removed before this was kept. */
  readonly reason?: BlockReason;
  readonly expiresAt: EpochMilliseconds;
  readonly endedAt?: EpochMilliseconds;
}

/** A block that may have covered a buyer: named by an entry of their marker, or by what is left of one. */
export interface NamedBlock {
  readonly root: BuyerId;
  readonly blockId: BlockId;
  /** Of the entry. */
  readonly linkedSince?: EpochMilliseconds | undefined;
  /** What is left of an entry says by itself until when it covered. */
  readonly isPast?: boolean;
}

/**
 * Which block had stopped the order when the gate decided; `undefined` when none had. The gate sends
 * its candidates before it has confirmed them, so that counting costs no order any time.
 */
export function blockThatStopped(
  candidate: {
    readonly buyerId: BuyerId;
    readonly blocks: readonly NamedBlock[];
  },
  access: { readonly state: AccessState; readonly since: EpochMilliseconds } | undefined,
  historyOf: (root: BuyerId, blockId: BlockId) => BlockHistory | undefined,
  decidedAt: EpochMilliseconds,
): { readonly root: BuyerId; readonly block: BlockHistory } | undefined {
  if (!access || !wasActive(access, decidedAt)) return undefined;
  for (const { root, blockId, linkedSince, isPast = false } of candidate.blocks) {
    const block = historyOf(root, blockId);
    if (!block || block.blockId !== blockId) continue;
    const end = Math.min(block.expiresAt, block.endedAt ?? Number.POSITIVE_INFINITY);
    const live = block.createdAt <= decidedAt && decidedAt < end && !isInGap(block, decidedAt);
    const latest = isPast ? undefined : (linkedSince ?? block.createdAt);
    if (live && (root === candidate.buyerId || coversLinked(block, decidedAt, latest))) return { root, block };
  }
  return undefined;
}

/** The state now, or the one before when it changed since. */
function wasActive(
  access: { readonly state: AccessState; readonly since: EpochMilliseconds },
  at: EpochMilliseconds,
): boolean {
  return (access.state === 'active') === access.since <= at;
}
