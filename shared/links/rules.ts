import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';

/** `leaving`: no longer a member, but not yet freed from the blocks of its group. */
export type MemberState = 'member' | 'leaving';

/** A block with linked scope, as found from its root. */
export interface LeaningBlock {
  readonly shopId: ShopId;
  readonly root: BuyerId;
  readonly blockId: BlockId;
  /** Absent on a block that was found by an old row. */
  readonly createdAt?: EpochMilliseconds | undefined;
  readonly expiresAt: EpochMilliseconds;
}

/** What tells a block from a later one of the same shop and root. */
export type BlockName = Pick<LeaningBlock, 'shopId' | 'root' | 'blockId'>;

/** When a block covered an account; what is absent, the block itself has to say. */
export interface Covered {
  readonly createdAt?: EpochMilliseconds | undefined;
  readonly until?: EpochMilliseconds | undefined;
}

export type RevisionDecision =
  | { readonly type: 'ignore' }
  /** `settled`: all of the revision before was done, so that only what this one changes needs work. */
  | { readonly type: 'apply'; readonly settled: boolean };

/** Whether a membership of this revision is news. One that was begun and not finished is, since a crash may have cut it short. */
export function decideRevision(
  head: { readonly revision: number; readonly appliedRevision: number } | undefined,
  revision: number,
): RevisionDecision {
  if (!head) return { type: 'apply', settled: true };
  const done = head.appliedRevision === head.revision;
  if (revision < head.revision || (revision === head.revision && done)) return { type: 'ignore' };
  return { type: 'apply', settled: revision > head.revision && done };
}

export interface MembershipPlan {
  /** To become members. */
  readonly join: readonly BuyerId[];
  /** Members who remain so. */
  readonly stay: readonly BuyerId[];
  /** Members who are none any more. */
  readonly leave: readonly BuyerId[];
  /** All who are to be freed: those who leave now, and those whom an earlier revision did not finish with. */
  readonly leaving: readonly BuyerId[];
}

/** What turns the rows that were read into the membership that is wanted. */
export function planMembership(rows: ReadonlyMap<BuyerId, MemberState>, wanted: ReadonlySet<BuyerId>): MembershipPlan {
  const unwanted = [...rows].filter(([buyer]) => !wanted.has(buyer));
  return {
    join: [...wanted].filter((buyer) => rows.get(buyer) !== 'member'),
    stay: [...wanted].filter((buyer) => rows.get(buyer) === 'member'),
    leave: unwanted.filter(([, state]) => state === 'member').map(([buyer]) => buyer),
    leaving: unwanted.map(([buyer]) => buyer),
  };
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

/** Accounts linked through any group: one hop, never through another account. */
export function shareGroup(
  one: { readonly groups: readonly string[] },
  other: { readonly groups: readonly string[] },
): boolean {
  return one.groups.some((group) => other.groups.includes(group));
}

/** Clocks of two writers differ by far less; one behind may still extend a block that has expired for one ahead. */
const clockAllowance = 5 * 60_000;

/** Whether a block may be live by any writer's clock: guarding an expired one costs a read, leaving out a live one an order. */
export function mayBeLive(block: { readonly expiresAt: EpochMilliseconds }, now: EpochMilliseconds): boolean {
  return now < block.expiresAt + clockAllowance;
}

export function chunksOf<Value>(values: readonly Value[], size: number): Value[][] {
  const chunks: Value[][] = [];
  for (let start = 0; start < values.length; start += size) chunks.push(values.slice(start, start + size));
  return chunks;
}

function without(buyers: ReadonlySet<BuyerId>, buyer: BuyerId): BuyerId[] {
  return [...buyers].filter((candidate) => candidate !== buyer);
}
