import type { BuyerId } from '../kernel/ids.ts';

/** How many other accounts groups of one kind of evidence link to a buyer. */
export interface EvidenceCount {
  readonly evidence: string;
  readonly accounts: number;
}

/** A link group, as much as counting takes. */
export interface CountedGroup {
  readonly members: readonly BuyerId[];
  /** Empty of a group that was stored before kinds were kept. */
  readonly evidence: readonly string[];
}

export interface LinkCount {
  /** Other accounts, each once. */
  readonly accounts: number;
  /** An account that several kinds link counts for each of them. */
  readonly links: readonly EvidenceCount[];
}

/** More would say nothing to a person; and each is kept with each group. */
const mostKinds = 20;
/** A word: what is none, such as an address or a number, could say whom a group is about. */
const word = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

/** The kinds that a group's event names, each once; what is no kind, or names one of the accounts, is left out. */
export function evidenceKinds(evidence: readonly string[], members: ReadonlySet<BuyerId>): readonly string[] {
  const kinds = evidence.filter((kind) => word.test(kind) && !members.has(kind));
  return [...new Set(kinds)].toSorted().slice(0, mostKinds);
}

/** Counts by kind, those with most accounts first. */
export function byKind(counts: ReadonlyMap<string, number>): readonly EvidenceCount[] {
  return [...counts]
    .filter(([, accounts]) => accounts > 0)
    .map(([evidence, accounts]) => ({ evidence, accounts }))
    .toSorted((one, other) => other.accounts - one.accounts || (one.evidence < other.evidence ? -1 : 1));
}

/** The accounts of overlapping groups, put together. */
export function countLinks(buyer: BuyerId, groups: readonly CountedGroup[]): LinkCount {
  const accounts = new Set<BuyerId>();
  const ofKinds = new Map<string, Set<BuyerId>>();
  for (const { members, evidence } of groups) {
    for (const member of members) accounts.add(member);
    for (const kind of evidence) {
      const ofKind = ofKinds.get(kind) ?? new Set();
      for (const member of members) ofKind.add(member);
      ofKinds.set(kind, ofKind);
    }
  }
  const others = (some: ReadonlySet<BuyerId>) => some.size - (some.has(buyer) ? 1 : 0);
  return {
    accounts: others(accounts),
    links: byKind(new Map([...ofKinds].map(([kind, some]) => [kind, others(some)]))),
  };
}

/**
 * How far to trust that the linked accounts are one person: strong where one of the kinds is; `undefined` without any.
 *
 * @param strong kinds that ops hold to be strong; every other one is weak.
 */
export function strengthOf(
  links: readonly EvidenceCount[],
  strong: ReadonlySet<string>,
): 'weak' | 'strong' | undefined {
  if (links.length === 0) return undefined;
  return links.some(({ evidence }) => strong.has(evidence)) ? 'strong' : 'weak';
}
