import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { groupKey, linksKey, memberKey, rosterKey } from '../table/keys.ts';
import type { Write } from '../table/transact.ts';
import type { MemberState } from './rules.ts';

const stateName = { '#state': 'state' };
/** The fence of every write to a group: no higher revision has come. */
export const isAt = (revision: number) => ({ expression: 'revision = :revision', values: { ':revision': revision } });

/** Says on the head how many members there are, and on the roster which, once the rows say so; on both, by what evidence. */
export function publishMembers(
  group: GroupId,
  revision: number,
  members: readonly BuyerId[],
  evidence: readonly string[],
): Record<string, Write> {
  return {
    head: {
      update: groupKey(group),
      expression: 'SET #members = :members, evidence = :evidence',
      condition: isAt(revision),
      names: { '#members': 'members' },
      values: { ':members': members.length, ':evidence': evidence },
    },
    roster: { put: { ...rosterKey(group), revision, buyerIds: members, evidence } },
  };
}

export function joinGroup(group: GroupId, buyer: BuyerId): Write[] {
  const state: MemberState = 'member';
  return [
    {
      put: { ...memberKey(group, buyer), buyerId: buyer, state },
      condition: {
        expression: 'attribute_not_exists(pk) OR #state = :leaving',
        names: stateName,
        values: { ':leaving': 'leaving' satisfies MemberState },
      },
    },
    knowGroup(group, buyer),
  ];
}

/** Says on the buyer's head that they are in the group. */
export function knowGroup(group: GroupId, buyer: BuyerId): Write {
  return changeLinks(group, buyer, 'ADD #groups :group, revision :one');
}

/** For how long a row can matter that says that an account left: no message waits longer. */
const keptAfterLeaving = 15 * 86_400_000;

/** Keeps the row for a while, as the note that this account is to be freed. */
export function leaveGroup(group: GroupId, buyer: BuyerId, now: EpochMilliseconds): Write[] {
  return [
    {
      update: memberKey(group, buyer),
      expression: 'SET #state = :leaving, #ttl = :ttl',
      condition: { expression: '#state = :member', values: { ':member': 'member' satisfies MemberState } },
      names: { ...stateName, '#ttl': 'ttl' },
      values: { ':leaving': 'leaving' satisfies MemberState, ':ttl': toTtl(now + keptAfterLeaving) },
    },
    changeLinks(group, buyer, 'DELETE #groups :group ADD revision :one'),
  ];
}

function changeLinks(group: GroupId, buyer: BuyerId, expression: string): Write {
  return {
    update: linksKey(buyer),
    expression,
    names: { '#groups': 'groups' },
    values: { ':group': new Set([group]), ':one': 1 },
  };
}

export function isMember(group: GroupId, buyer: BuyerId): Write {
  return {
    check: memberKey(group, buyer),
    condition: {
      expression: '#state = :member',
      names: stateName,
      values: { ':member': 'member' satisfies MemberState },
    },
  };
}
