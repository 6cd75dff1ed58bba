import type { BuyerId } from '../kernel/ids.ts';

/** `leaving`: no longer a member, but not yet freed from the blocks of its group. */
export type MemberState = 'member' | 'leaving';

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

/** Accounts linked through any group: one hop, never through another account. */
export function shareGroup(
  one: { readonly groups: readonly string[] },
  other: { readonly groups: readonly string[] },
): boolean {
  return one.groups.some((group) => other.groups.includes(group));
}
