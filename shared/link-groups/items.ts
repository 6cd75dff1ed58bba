import type { BuyerId, GroupId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';
import type { CountedGroup } from './evidence-rules.ts';

/** A buyer's head: which link groups they are in. */
export interface Links {
  /** Grows by one whenever the buyer joins or leaves a group; 0 while there was none. */
  readonly revision: number;
  readonly groups: readonly GroupId[];
  /** Whether a block with linked scope was ever rooted here: link events then look for dependent blocks. */
  readonly hasDependents: boolean;
}

export function toLinks(item: Item | undefined): Links {
  return {
    revision: Number(item?.['revision'] ?? 0),
    groups: [...((item?.['groups'] as Set<GroupId> | undefined) ?? [])],
    hasDependents: item?.['leaningRevision'] !== undefined,
  };
}

/** The members as the last event that is committed names them; `undefined` of a group that no event has touched since rosters are kept. */
export function toRoster(item: Item | undefined): CountedGroup | undefined {
  const members = item?.['buyerIds'] as readonly BuyerId[] | undefined;
  return members && { members, evidence: toEvidence(item) };
}

/** Of a head or a roster; kept since a later version than either. */
function toEvidence(item: Item | undefined): readonly string[] {
  return (item?.['evidence'] as readonly string[] | undefined) ?? [];
}

/** A group's head: the highest revision that was seen, and the highest whose guarding is done. */
export interface GroupHead {
  readonly revision: number;
  readonly appliedRevision: number;
  /** Members of the last revision that is committed. */
  readonly members: number;
  /** Kinds of what links them. On the roster too, so that neither needs the other. */
  readonly evidence: readonly string[];
}

export function toGroupHead(item: Item | undefined): GroupHead | undefined {
  return (
    item && {
      revision: Number(item['revision']),
      appliedRevision: Number(item['appliedRevision'] ?? 0),
      members: Number(item['members'] ?? 0),
      evidence: toEvidence(item),
    }
  );
}
