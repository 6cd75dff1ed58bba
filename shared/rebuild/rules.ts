import type { BlockScope } from '../block-list/rules.ts';
import type { BuyerId } from '../kernel/ids.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';

/** A block as far as what is derived from it goes. */
export interface RootBlock {
  readonly blockId: string;
  readonly scope: BlockScope;
  readonly createdAt: EpochMilliseconds;
  readonly updatedAt?: EpochMilliseconds | undefined;
  readonly linkedSince?: EpochMilliseconds | undefined;
  readonly expiresAt: EpochMilliseconds;
  readonly coverage: { readonly state: string; readonly guarded: number; readonly total: number };
}

/** What is derived from a block, as it was found. */
export interface Derived {
  /** The root's own entry in its marker. */
  readonly rootEntry: { readonly blockId: string; readonly expiresAt: EpochMilliseconds } | undefined;
  /** Linked accounts now. */
  readonly linked: number;
  /** Those whose marker lacks the block's entry. */
  readonly unguarded: number;
}

/** So young a block is still being covered by those whose work it is. */
const settledAfter = 5 * 60_000;

/** What is wrong behind a live block, in words; none when all is as it should be, or is on its way. */
export function blockFaults(block: RootBlock, derived: Derived, now: EpochMilliseconds): readonly string[] {
  const { rootEntry, linked, unguarded } = derived;
  const faults: string[] = [];
  if (rootEntry?.blockId !== block.blockId || rootEntry.expiresAt !== block.expiresAt)
    faults.push(
      rootEntry ? 'the marker of the root names another block or expiry' : 'the marker of the root is missing',
    );
  if (now - (block.updatedAt ?? block.createdAt) < settledAfter) return faults;
  const total = block.scope === 'linked_user_ids' ? linked + 1 : 1;
  if (block.scope === 'linked_user_ids' && unguarded > 0)
    faults.push(`${unguarded} of ${linked} linked accounts lack their marker`);
  const { state, guarded, total: said } = block.coverage;
  if (state !== 'complete' || guarded !== total || said !== total)
    faults.push(`the coverage says ${state}, ${guarded} of ${said}, where it is complete with ${total}`);
  return faults;
}

/** An entry of a marker, and what its block says. */
export interface Entry {
  readonly root: BuyerId;
  readonly blockId: string;
  readonly createdAt?: EpochMilliseconds | undefined;
  readonly linkedSince?: EpochMilliseconds | undefined;
  readonly expiresAt: EpochMilliseconds;
}

export type EntryFault =
  /** No such block is there any more. */
  | 'ended'
  /** The block has another scope by now than when the entry was written. */
  | 'earlier_scope'
  /** The account shares no group with the root. */
  | 'unlinked';

/**
 * Why an entry should not be there; `undefined` when it should. An expired block's entry is left to those who clean up
 * behind the time to live.
 */
export function entryFault(
  account: BuyerId,
  entry: Entry,
  block: Pick<RootBlock, 'blockId' | 'scope' | 'linkedSince'> | undefined,
  isLinked: boolean,
): EntryFault | undefined {
  if (block?.blockId !== entry.blockId) return 'ended';
  if (account === entry.root) return undefined;
  if (block.scope !== 'linked_user_ids' || block.linkedSince !== entry.linkedSince) return 'earlier_scope';
  return isLinked ? undefined : 'unlinked';
}

export interface OrderCounts {
  readonly orders: number;
  readonly openOrders: number;
}

/**
 * What a buyer's counts are by the orders that were seen. Closed orders are deleted after a year, so that more may have been
 * counted than there are.
 */
export function countsOf(
  stored: OrderCounts | undefined,
  { open, seen }: { readonly open: number; readonly seen: number },
): OrderCounts {
  return { orders: Math.max(stored?.orders ?? 0, seen), openOrders: open };
}
