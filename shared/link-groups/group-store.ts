import type { BuyerId, GroupId } from '../kernel/ids.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { groupKey, memberKey } from '../table/keys.ts';
import { transact } from '../table/transact.ts';
import type { Writes } from '../table/transact.ts';
import { isAt, isMember, joinGroup, leaveGroup, publishMembers } from './group-writes.ts';
import { toGroupHead } from './items.ts';
import type { GroupHead } from './items.ts';
import { queryRows } from '../table/query.ts';
import { memberRows, rowsAPage } from './member-row-store.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { MembershipPlan, MemberState } from './rules.ts';

/** `superseded`: a higher revision has come, and has the whole membership. `changed`: the rows are no longer as they were planned on. */
export type GroupWrite = 'committed' | 'superseded' | 'changed';

export interface MemberPage {
  readonly rows: ReadonlyMap<BuyerId, MemberState>;
  readonly next: BuyerId | undefined;
}

export interface CommitOptions {
  readonly verifyStay: boolean;
  readonly evidence: readonly string[];
  readonly now: EpochMilliseconds;
}

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
   * @param options.evidence the kinds that the group came with.
   */
  commit(group: GroupId, revision: number, plan: MembershipPlan, options: CommitOptions): Promise<GroupWrite>;
  /** Some of the rows, in order, behind an account; `next` is the last of them where there are more. */
  page(group: GroupId, after: BuyerId | undefined): Promise<MemberPage>;
  /** Of these buyers; one without a row is as good as leaving. */
  statesOf(group: GroupId, buyers: readonly BuyerId[]): Promise<ReadonlyMap<BuyerId, MemberState>>;
  finish(group: GroupId, revision: number): Promise<GroupWrite>;
}

/** A transaction holds 100 items: the head, with the last one the roster, and a row and a links head for each buyer. */
const buyersAWrite = 49;
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
      return toStates(await queryRows(table, memberKey(group, '')));
    },

    commit: (group, revision, plan, options) => commit(table, group, revision, plan, options),

    async page(group, after) {
      const rows = await memberRows(table, group, after, rowsAPage);
      return { rows: toStates(rows), next: rows.length < rowsAPage ? undefined : String(rows.at(-1)?.['buyerId']) };
    },

    async statesOf(group, buyers) {
      const items = await batchGet(
        table,
        buyers.map((buyer) => memberKey(group, buyer)),
      );
      return new Map(
        buyers.map((buyer) => [buyer, (items.get(memberKey(group, buyer))?.['state'] ?? 'leaving') as MemberState]),
      );
    },

    finish: async (group, revision) => {
      const outcome = await transact(table, {
        head: { update: groupKey(group), expression: 'SET appliedRevision = :revision', condition: isAt(revision) },
      });
      return outcome.type === 'committed' ? 'committed' : 'superseded';
    },
  };
}

/** One after another: transactions that check the same head conflict with each other. */
function commit(
  table: Table,
  group: GroupId,
  revision: number,
  plan: MembershipPlan,
  { verifyStay, evidence, now }: CommitOptions,
): Promise<GroupWrite> {
  const changes = [
    ...plan.join.map((buyer) => joinGroup(group, buyer)),
    ...plan.leave.map((buyer) => leaveGroup(group, buyer, now)),
    ...(verifyStay ? plan.stay.map((buyer) => [isMember(group, buyer)]) : []),
  ];
  const parts = chunksOf(changes, buyersAWrite);
  const last = parts.pop() ?? [];
  const head: Writes<string> = { head: { check: groupKey(group), condition: isAt(revision) } };
  const members = publishMembers(group, revision, [...plan.join, ...plan.stay], evidence);
  return inTurn([...parts, last], async (part) => {
    const writes = part.flat().map((write, index) => [`write${index}`, write] as const);
    const outcome = await transact<string>(table, {
      ...(part === last ? members : head),
      ...Object.fromEntries(writes),
    });
    if (outcome.type === 'committed') return 'committed';
    return 'head' in outcome.refused ? 'superseded' : 'changed';
  });
}

function toStates(rows: readonly Item[]): ReadonlyMap<BuyerId, MemberState> {
  return new Map(rows.map((row) => [String(row['buyerId']), row['state'] as MemberState]));
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
