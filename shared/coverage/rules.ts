import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockScope } from '../block-list/rules.ts';
import type { Gap } from '../block-list/scope-rules.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';
import type { MembershipPlan, MemberState } from '../link-groups/rules.ts';

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
  /** Between a removal and its undoing it did not. */
  readonly gaps?: readonly Gap[] | undefined;
}

/** What the blocks of a group have to look at once its membership is committed. */
export interface GroupChange {
  /** Who came and who went, while they are few; else anybody may have. */
  readonly accounts?: readonly BuyerId[];
  /** Most are guarded by nothing yet, so that looking first would cost more than it saves. */
  readonly isFresh: boolean;
}

/** A step names no more: they make one transaction for each that frees or guards, and a small message. */
const mostNamed = 98;

/** @param options.resumed part of the work may have been done before, and the plan does not tell which. */
export function groupChange(
  plan: Pick<MembershipPlan, 'join' | 'stay' | 'leave'>,
  { resumed }: { readonly resumed: boolean },
): GroupChange {
  if (resumed) return { isFresh: false };
  const accounts = [...plan.join, ...plan.leave];
  if (accounts.length <= mostNamed) return { accounts, isFresh: true };
  return { isFresh: plan.join.length >= plan.stay.length };
}

/**
 * Which accounts of a group a block of this root has to guard, and which it may have to let go: members are guarded beside a
 * root that is one, and nobody is beside one that is none.
 */
export function planRows(
  rows: ReadonlyMap<BuyerId, MemberState>,
  root: BuyerId,
  { rootIsMember }: { readonly rootIsMember: boolean },
): { readonly guard: readonly BuyerId[]; readonly release: readonly BuyerId[] } {
  const others = [...rows].filter(([account]) => account !== root);
  const stays = ([, state]: readonly [BuyerId, MemberState]) => rootIsMember && state === 'member';
  return {
    guard: others.filter(stays).map(([account]) => account),
    release: others.filter((row) => !stays(row)).map(([account]) => account),
  };
}

/** Clocks of two writers differ by far less; one behind may still extend a block that has expired for one ahead. */
const clockAllowance = 5 * 60_000;

/** Whether a block may be live by any writer's clock: guarding an expired one costs a read, leaving out a live one an order. */
export function mayBeLive(block: { readonly expiresAt: EpochMilliseconds }, now: EpochMilliseconds): boolean {
  return now < block.expiresAt + clockAllowance;
}
