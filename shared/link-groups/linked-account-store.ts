import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { chunksOf } from '../kernel/chunks.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { groupKey, linksKey, memberKey, rosterKey } from '../table/keys.ts';
import { toGroupHead, toLinks, toRoster } from './items.ts';
import type { Links } from './items.ts';
import { queryRows } from '../table/query.ts';
import type { MemberState } from './rules.ts';

/** Which of a group's rows count: its members, or also those who are still to be freed. */
export type Reach = 'members' | 'members_and_leaving';

/**
 * Who is linked to a buyer: one hop, never through another account. It takes no scope: a link belongs to no shop, and what
 * a seller may learn of it is their use case's to say.
 */
export interface LinkedAccountStore {
  /** The other accounts in each of a buyer's groups, strongly consistent. An account can be in several. */
  linkedByGroup(buyer: BuyerId, reach?: Reach): Promise<ReadonlyMap<GroupId, readonly BuyerId[]>>;
  /** The other accounts, each once: of as many groups at most, or of all. */
  linkedAccounts(buyer: BuyerId, mostGroups?: number): Promise<ReadonlySet<BuyerId>>;
  /**
   * How many other accounts, to be shown: of a buyer in more than `groupsCounted` groups, at least so many. With one group
   * it is the group's own count; with several their rosters are put together, since groups overlap. One read either way.
   */
  countLinkedAccounts(buyer: BuyerId, links: Links): Promise<number>;
}

/**
 * A person's accounts form a handful of groups, and this many are read in one batch. What is shown of a buyer in more of
 * them counts the accounts of these alone.
 */
export const groupsCounted = 100;
/** Queries at once, of groups without a roster. */
const groupsAtOnce = 10;

export function createLinkedAccountStore(table: Table): LinkedAccountStore {
  async function linkedByGroup(buyer: BuyerId, reach: Reach = 'members') {
    const head = linksKey(buyer);
    const { groups } = toLinks((await batchGet(table, [head])).get(head));
    const linked = new Map<GroupId, readonly BuyerId[]>();
    for (const group of groups) {
      const rows = await queryRows(table, memberKey(group, ''));
      const counted = rows.filter(
        (row) => reach === 'members_and_leaving' || row['state'] === ('member' satisfies MemberState),
      );
      linked.set(
        group,
        counted.map((row) => String(row['buyerId'])).filter((account) => account !== buyer),
      );
    }
    return linked;
  }

  async function linkedAccounts(buyer: BuyerId, mostGroups?: number) {
    const head = linksKey(buyer);
    return inGroups(buyer, toLinks((await batchGet(table, [head])).get(head)), mostGroups);
  }

  async function inGroups(buyer: BuyerId, links: Links, mostGroups?: number): Promise<ReadonlySet<BuyerId>> {
    const groups = links.groups.toSorted().slice(0, mostGroups);
    const items = await batchGet(table, groups.map(rosterKey));
    const rosters = groups.map((group) => toRoster(items.get(rosterKey(group))));
    const without = groups.filter((_, index) => rosters[index] === undefined);
    for (const some of chunksOf(without, groupsAtOnce)) {
      rosters.push(...(await Promise.all(some.map((group) => membersOf(group)))));
    }
    const accounts = new Set(rosters.flatMap((roster) => roster ?? []));
    accounts.delete(buyer);
    return accounts;
  }

  async function membersOf(group: GroupId): Promise<readonly BuyerId[]> {
    const rows = await queryRows(table, memberKey(group, ''));
    return rows.filter((row) => row['state'] === ('member' satisfies MemberState)).map((row) => String(row['buyerId']));
  }

  return {
    linkedByGroup,
    linkedAccounts,

    async countLinkedAccounts(buyer, links) {
      const [only, ...others] = links.groups;
      if (only === undefined) return 0;
      if (others.length > 0) return (await inGroups(buyer, links, groupsCounted)).size;
      const head = toGroupHead((await batchGet(table, [groupKey(only)])).get(groupKey(only)));
      return Math.max(0, (head?.members ?? 0) - 1);
    },
  };
}
