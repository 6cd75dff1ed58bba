import { chunksOf } from '../kernel/chunks.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { isMember, knowGroup, publishMembers } from '../link-groups/group-writes.ts';
import { toGroupHead, toLinks, toRoster } from '../link-groups/items.ts';
import { memberRows, rowsAPage } from '../link-groups/member-row-store.ts';
import type { MemberState } from '../link-groups/rules.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { groupKey, linksKey, memberKey, rosterKey } from '../table/keys.ts';
import { queryRows } from '../table/query.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import type { Membership } from './rules.ts';

/** What is derived from the rows of a link group. */
export interface MembershipStore {
  /** Head and roster; `undefined` of a group that is not there. */
  read(group: GroupId): Promise<Membership | undefined>;
  /** All members by their rows: 5,000 at most. */
  members(group: GroupId): Promise<readonly BuyerId[]>;
  /** Says on head and roster who the members are; `false` when a link event has come or is at work. */
  publish(
    group: GroupId,
    head: Pick<Membership, 'revision' | 'evidence'>,
    members: readonly BuyerId[],
  ): Promise<boolean>;
  /** Of some members behind an account, those who do not know of the group; `next` where there are more. */
  unaware(
    group: GroupId,
    after: BuyerId | undefined,
  ): Promise<{ readonly looked: number; readonly unaware: readonly BuyerId[]; readonly next: BuyerId | undefined }>;
  /** Lets members know of the group; `false` when one has left meanwhile. */
  tell(group: GroupId, members: readonly BuyerId[]): Promise<boolean>;
}

/** A transaction holds 100 items, two for each member. */
const membersAWrite = 50;

export function createMembershipStore(table: Table): MembershipStore {
  return {
    async read(group) {
      const items = await batchGet(table, [groupKey(group), rosterKey(group)]);
      const head = toGroupHead(items.get(groupKey(group)));
      return (
        head && {
          revision: head.revision,
          appliedRevision: head.appliedRevision,
          counted: head.members,
          evidence: head.evidence,
          roster: toRoster(items.get(rosterKey(group)))?.members,
        }
      );
    },

    members: async (group) => named(await queryRows(table, memberKey(group, ''))),

    async publish(group, { revision, evidence }, members) {
      const { head, ...roster } = publishMembers(group, revision, members, evidence);
      // While its last event is at work, the rows are half of one membership and half of another.
      const isSettled = { expression: 'revision = :revision AND appliedRevision = :revision' };
      const settledHead = { ...head, condition: { ...isSettled, values: { ':revision': revision } } } as Write;
      const outcome = await transact<string>(table, { head: settledHead, ...roster });
      return outcome.type === 'committed';
    },

    async unaware(group, after) {
      const rows = await memberRows(table, group, after, rowsAPage);
      const members = named(rows);
      const heads = await batchGet(table, members.map(linksKey));
      const unaware = members.filter((member) => !toLinks(heads.get(linksKey(member))).groups.includes(group));
      const next = rows.length < rowsAPage ? undefined : String(rows.at(-1)?.['buyerId']);
      return { looked: members.length, unaware, next };
    },

    async tell(group, members) {
      for (const some of chunksOf(members, membersAWrite)) {
        const writes = some.flatMap((member): [string, Write][] => [
          [`member:${member}`, isMember(group, member)],
          [`links:${member}`, knowGroup(group, member)],
        ]);
        if ((await transact<string>(table, Object.fromEntries(writes))).type === 'refused') return false;
      }
      return true;
    },
  };
}

function named(rows: readonly Item[]): readonly BuyerId[] {
  return rows.filter((row) => row['state'] === ('member' satisfies MemberState)).map((row) => String(row['buyerId']));
}
