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

/** What stands beside a block, written with it, as it was found. */
export interface Beside {
  /** The root's own entry in its marker. */
  readonly entry: Pick<RootBlock, 'blockId' | 'expiresAt'> | undefined;
  /** The row under the root, by which link events, erasures and support find the block. */
  readonly row: Pick<RootBlock, 'blockId' | 'expiresAt' | 'scope' | 'linkedSince'> | undefined;
  /** Whether link events know to look for blocks of this root. */
  readonly leans: boolean;
}
export type OwnFault = 'entry' | 'row' | 'lean';

/** What of it is not as the block says. */
export function ownFaults(block: RootBlock, { entry, row, leans }: Beside): readonly OwnFault[] {
  const faults: OwnFault[] = [];
  const isSame = (other: Pick<RootBlock, 'blockId' | 'expiresAt'> | undefined) =>
    other?.blockId === block.blockId && other.expiresAt === block.expiresAt;
  if (!isSame(entry)) faults.push('entry');
  if (!isSame(row) || row?.scope !== block.scope || row.linkedSince !== block.linkedSince) faults.push('row');
  if (block.scope === 'linked_user_ids' && !leans) faults.push('lean');
  return faults;
}

/** So young a block is still being covered by those whose work it is. */
const settledAfter = 5 * 60_000;

export function isYoung({ updatedAt, createdAt }: RootBlock, now: EpochMilliseconds): boolean {
  return now - (updatedAt ?? createdAt) < settledAfter;
}

/** In words, how the coverage of a block differs from that of so many accounts, all of them guarded. */
export function coverageFault(
  { coverage: { state, guarded, total } }: RootBlock,
  accounts: number,
): string | undefined {
  if (state === 'complete' && guarded === accounts && total === accounts) return undefined;
  return `the coverage says ${state}, ${guarded} of ${total}, where it is complete with ${accounts}`;
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
 * behind the time to live, and an account that has just left to those who free it.
 */
export function entryFault(
  account: BuyerId,
  entry: Entry,
  block: Pick<RootBlock, 'blockId' | 'scope' | 'linkedSince' | 'coverage'> | undefined,
  isLinked: boolean,
): EntryFault | undefined {
  if (block?.blockId !== entry.blockId) return 'ended';
  if (account === entry.root) return undefined;
  if (block.scope !== 'linked_user_ids' || block.linkedSince !== entry.linkedSince) return 'earlier_scope';
  return isLinked || block.coverage.state === 'applying' ? undefined : 'unlinked';
}

/** What a link group says of its members, beside their rows. */
export interface Membership {
  readonly revision: number;
  readonly appliedRevision: number;
  /** Kinds of what links them: the event's to say, which is not kept. */
  readonly evidence: readonly string[];
  /** On the head. */
  readonly counted: number;
  readonly roster: readonly BuyerId[] | undefined;
}

/** How far a roster and a count are from the rows, in words. */
export function rosterFaults({ counted, roster }: Membership, members: readonly BuyerId[]): readonly string[] {
  const faults: string[] = [];
  if (!roster) faults.push('its roster is missing');
  else {
    const both = countBoth(roster, members);
    const missing = members.length - both;
    const surplus = roster.length - both;
    if (missing + surplus > 0) faults.push(`its roster lacks ${missing} members, and names ${surplus} who are none`);
  }
  if (counted !== members.length) faults.push(`it counts ${counted} members, where there are ${members.length}`);
  return faults;
}

function countBoth(some: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  return new Set(some.filter((one) => known.has(one))).size;
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
