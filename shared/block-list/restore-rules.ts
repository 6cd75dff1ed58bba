import type { Access } from '../access/rules.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId } from '../kernel/ids.ts';
import { longestWait } from '../kernel/words/longest-wait.ts';
import { isLive } from './rules.ts';
import type { Block } from './rules.ts';
import { withScope } from './scope-rules.ts';
import type { Gap } from './scope-rules.ts';

/** How long a seller can undo a removal. */
export const undoMilliseconds = 15 * 60_000;

/** How a block ended. */
export interface BlockEnd {
  readonly endedAt: EpochMilliseconds;
  readonly because: 'removed' | 'lifted' | 'expired';
  /** The seller's subject, or customer support's agent; of one that expired nobody. */
  readonly by?: string | undefined;
}

/** A block that has ended, as its item holds it; the first were left without saying how. */
export interface EndedBlock
  extends Pick<Block, 'blockId' | 'buyerId' | 'scope' | 'createdAt' | 'expiresAt'>,
    Partial<Pick<Block, 'reason' | 'duration' | 'createdBy' | 'alertId' | 'revision'>> {
  readonly endedAt: EpochMilliseconds;
  readonly endedBecause?: BlockEnd['because'];
  readonly endedBy?: string;
}

/** A block that a seller has removed, as it was before: kept while that can be undone. */
export interface RemovedBlock {
  readonly block: Block;
  readonly endedAt: EpochMilliseconds;
  /** Subject of the seller's token. */
  readonly endedBy: string;
  /** Since when the shop had its access: another time of access does not bring back the blocks that were removed in this one. */
  readonly accessSince: EpochMilliseconds;
}

/** What decides whether a removal can be undone. */
export interface Undoable {
  /** The last block of the buyer that a seller has removed, whatever has become of it. */
  readonly removed: RemovedBlock | undefined;
  /** The buyer's block as it is now, live or not. */
  readonly block: Block | undefined;
  readonly access: Pick<Access, 'since'>;
}

/** Until when a removal can be undone, if nothing comes in between: a block that has expired meanwhile is not brought back. */
export function undoEndsAt({ block, endedAt }: RemovedBlock): EpochMilliseconds {
  return Math.min(endedAt + undoMilliseconds, block.expiresAt);
}

/** The removal that can be undone now; `undefined` when there is none. */
export function undoableRemoval(
  { removed, block, access }: Undoable,
  now: EpochMilliseconds,
): RemovedBlock | undefined {
  if (!removed || undoEndsAt(removed) <= now || removed.accessSince !== access.since) return undefined;
  return block && isLive(block, now) ? undefined : removed;
}

/** The revision that the end of a block has made. */
export function revisionAtEnd(block: Block): number {
  return block.revision + 1;
}

/**
 * The block as it was before its removal. It covers linked accounts from now on, and nobody in between: what an earlier
 * cover has left in their markers, or is still doing there, is not taken for this one's.
 *
 * @param buyer whether accounts are linked to the root; and whether it was erased, whose words are not brought back.
 */
export function restoredBlock(
  { block, endedAt }: RemovedBlock,
  buyer: { readonly hasLinks: boolean; readonly isErased: boolean },
  now: EpochMilliseconds,
): Block {
  const ended = withScope(block, 'user_id_only', endedAt, longestWait);
  const back = withScope(ended, block.scope, now, longestWait);
  const covers = block.scope === 'linked_user_ids' && buyer.hasLinks;
  return {
    ...(buyer.isErased ? withoutWords(back) : back),
    gaps: withGap(block.gaps ?? [], { from: endedAt, until: Math.max(now, endedAt) }, now),
    coverage: { state: covers ? 'applying' : 'complete', guarded: 1, total: 1 },
    revision: revisionAtEnd(block) + 1,
  };
}

/** A block without what is said of people. */
export function withoutWords(block: Block): Block {
  const { username: _username, avatarUrl: _avatarUrl, note: _note, ...rest } = block;
  return rest;
}

/** What an item holds of them is bounded, however often sellers change their minds. */
const mostGaps = 20;

/** Too many become fewer by the shortest: an order in it is shown to the seller, rather than one in the block missed. */
function withGap(before: readonly Gap[], gap: Gap, now: EpochMilliseconds): readonly Gap[] {
  const gaps = [...before.filter(({ until }) => until > now - longestWait), gap];
  if (gaps.length <= mostGaps) return gaps;
  const lengths = gaps.map(({ from, until }) => until - from);
  return gaps.toSpliced(lengths.indexOf(Math.min(...lengths)), 1);
}

/** What a restore names is the removal that can be undone, and no other. */
export function removalToUndo(undoable: Undoable, blockId: BlockId, now: EpochMilliseconds): RemovedBlock | undefined {
  const removed = undoableRemoval(undoable, now);
  return removed?.block.blockId === blockId ? removed : undefined;
}
