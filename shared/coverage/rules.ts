import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockScope } from '../block-list/rules.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';

/** A block with linked scope, or one that has had it, as found from its root. */
export interface DependentBlock {
  readonly shopId: ShopId;
  readonly root: BuyerId;
  readonly blockId: BlockId;
  readonly scope: BlockScope;
  /** Since when it covers linked accounts, if not since its start. */
  readonly linkedSince?: EpochMilliseconds | undefined;
  /** Absent on a block that was found by an old row. */
  readonly createdAt?: EpochMilliseconds | undefined;
  readonly expiresAt: EpochMilliseconds;
}

/** What tells a block from a later one of the same shop and root. */
export type BlockName = Pick<DependentBlock, 'shopId' | 'root' | 'blockId'>;

/** What tells a block with linked scope from the same one with an earlier or later linked scope. */
export type BlockReach = BlockName & Pick<DependentBlock, 'linkedSince'>;

/** When a block covered an account; what is absent, the block itself has to say. */
export interface Covered {
  readonly createdAt?: EpochMilliseconds | undefined;
  /** Of a linked account, where that is later. */
  readonly linkedSince?: EpochMilliseconds | undefined;
  readonly until?: EpochMilliseconds | undefined;
}

/** A group once its membership is committed. */
export interface ChangedGroup {
  readonly members: ReadonlySet<BuyerId>;
  /** Members whom the blocks of the group may not guard yet. */
  readonly joined: ReadonlySet<BuyerId>;
  readonly leaving: ReadonlySet<BuyerId>;
  /** Part of the work may have been done before. */
  readonly resumed: boolean;
}

/** Accounts that a block of this root has to guard now: whoever joined, and everybody when the root itself did. */
export function accountsToGuard(group: ChangedGroup, root: BuyerId): readonly BuyerId[] {
  if (!group.members.has(root)) return [];
  return without(group.joined.has(root) ? group.members : group.joined, root);
}

/** Accounts that a block of this root may have to let go: whoever leaves, and everybody when the root itself does. */
export function accountsToRelease(group: ChangedGroup, root: BuyerId): readonly BuyerId[] {
  const left = without(group.leaving, root);
  return group.leaving.has(root) ? [...group.members, ...left] : left;
}

/** Clocks of two writers differ by far less; one behind may still extend a block that has expired for one ahead. */
const clockAllowance = 5 * 60_000;

/** Whether a block may be live by any writer's clock: guarding an expired one costs a read, leaving out a live one an order. */
export function mayBeLive(block: { readonly expiresAt: EpochMilliseconds }, now: EpochMilliseconds): boolean {
  return now < block.expiresAt + clockAllowance;
}

function without(buyers: ReadonlySet<BuyerId>, buyer: BuyerId): BuyerId[] {
  return [...buyers].filter((candidate) => candidate !== buyer);
}
