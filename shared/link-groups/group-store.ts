import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { groupKey, memberKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import { forgetRow, isAt, isMember, joinGroup, leaveGroup, publishMembers } from './group-writes.ts';
import { toGroupHead } from './items.ts';
import type { GroupHead } from './items.ts';
import { queryRows } from '../table/query.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { MembershipPlan, MemberState } from './rules.ts';

/** `superseded`: a higher revision has come, and has the whole membership. `changed`: the rows are no longer as they were planned on. */
export type GroupWrite = 'committed' | 'superseded' | 'changed';

/** A link group's head and rows. Writes are many transactions; the head's revision fences each of them. */
export interface GroupStore {
  head(group: GroupId): Promise<GroupHead | undefined>;
  /** Raises the head to a new revision; `false` when it is no longer as read. */
  raise(group: GroupId, before: GroupHead | undefined, revision: number): Promise<boolean>;
  rows(group: GroupId): Promise<ReadonlyMap<BuyerId, MemberState>>;
  /**
   * Writes what the plan changes, and with the last of it how many members there are now, and which: nobody is counted
   * before they are linked.
   *
   * @param options.verifyStay for rows that were read while a write of a lower revision may have been under way: such a
   *   row can still read as a member's while it is being turned. A check waits for that write.
   */
  commit(
    group: GroupId,
    revision: number,
    plan: MembershipPlan,
    options: { readonly verifyStay: boolean },
  ): Promise<GroupWrite>;
  /** Deletes the rows of those who left and have been freed. */
  forget(group: GroupId, revision: number, leaving: readonly BuyerId[]): Promise<GroupWrite>;
  finish(group: GroupId, revision: number): Promise<GroupWrite>;
}

/** A transaction holds 100 items: the head, with the last one the roster, and a row and a links head for each buyer. */
const buyersAWrite = 49;
const rowsAWrite = 99;
/** Below every revision: nothing was applied yet. */
const none = -1;

export function createGroupStore(table: Table): GroupStore {
  return {
    head: async (group) => toGroupHead((await batchGet(table, [groupKey(group)])).get(groupKey(group))),

    async raise(group, before, revision) {
      const outcome = await transact(table, {
        head: {
          update: groupKey(group),
          expression: 'SET revision = :revision, appliedRevision = if_not_exists(appliedRevision, :none)',
          condition: before
            ? { expression: 'revision = :before', values: { ':before': before.revision } }
            : { expression: 'attribute_not_exists(pk)' },
          values: { ':revision': revision, ':none': none },
        },
      });
      return outcome.type === 'committed';
    },

    async rows(group) {
      const rows = await queryRows(table, memberKey(group, ''));
      return new Map(rows.map((row) => [String(row['buyerId']), row['state'] as MemberState]));
    },

    // One after another: transactions that check the same head conflict with each other.
    commit(group, revision, plan, { verifyStay }) {
      const changes = [
        ...plan.join.map((buyer) => joinGroup(group, buyer)),
        ...plan.leave.map((buyer) => leaveGroup(group, buyer)),
        ...(verifyStay ? plan.stay.map((buyer) => [isMember(group, buyer)]) : []),
      ];
      const parts = chunksOf(changes, buyersAWrite);
      const last = parts.pop() ?? [];
      const members = publishMembers(group, revision, [...plan.join, ...plan.stay]);
      return inTurn([...parts, last], (part) =>
        fenced(group, revision, part.flat(), part === last ? members : undefined),
      );
    },

    forget: (group, revision, leaving) =>
      inTurn(chunksOf(leaving, rowsAWrite), (buyers) =>
        fenced(
          group,
          revision,
          buyers.map((buyer) => forgetRow(group, buyer)),
        ),
      ),

    finish: async (group, revision) => {
      const outcome = await transact(table, {
        head: { update: groupKey(group), expression: 'SET appliedRevision = :revision', condition: isAt(revision) },
      });
      return outcome.type === 'committed' ? 'committed' : 'superseded';
    },
  };

  async function fenced(
    group: GroupId,
    revision: number,
    writes: readonly Write[],
    withHead: Readonly<Record<string, Write>> = { head: { check: groupKey(group), condition: isAt(revision) } },
  ): Promise<GroupWrite> {
    const outcome = await transact<string>(table, {
      ...withHead,
      ...Object.fromEntries(writes.map((write, index) => [`write${index}`, write])),
    });
    if (outcome.type === 'committed') return 'committed';
    return 'head' in outcome.refused ? 'superseded' : 'changed';
  }
}

async function inTurn<Chunk>(
  chunks: readonly Chunk[],
  write: (chunk: Chunk) => Promise<GroupWrite>,
): Promise<GroupWrite> {
  for (const chunk of chunks) {
    const outcome = await write(chunk);
    if (outcome !== 'committed') return outcome;
  }
  return 'committed';
}
