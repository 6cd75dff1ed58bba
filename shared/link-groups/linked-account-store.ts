import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { chunksOf } from '../kernel/chunks.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { groupKey, linksKey, memberKey, rosterKey } from '../table/keys.ts';
import { byKind, countLinks } from './evidence-rules.ts';
import type { CountedGroup, LinkCount } from './evidence-rules.ts';
import { toGroupHead, toLinks, toRoster } from './items.ts';
import type { GroupHead, Links } from './items.ts';
import { queryRows } from '../table/query.ts';
import { memberRows, rowsAPage } from './member-row-store.ts';
import type { MemberState } from './rules.ts';

/** Which of a group's rows count: its members, or also those who are still to be freed. */
export type Reach = 'members' | 'members_and_leaving';

/** In which group a page ended, and behind which account of it. */
export interface LinkPosition {
  readonly group: GroupId;
  readonly after?: BuyerId | undefined;
}

export interface LinkPage {
  /** Without the buyer; those who are leaving are among the accounts only. */
  readonly groups: readonly {
    readonly group: GroupId;
    readonly accounts: readonly BuyerId[];
    readonly members: readonly BuyerId[];
  }[];
  readonly next?: LinkPosition;
}

/**
 * Who is linked to a buyer: one hop, never through another account. It takes no scope: a link belongs to no shop, and what
 * a seller may learn of it is their use case's to say.
 */
export interface LinkedAccountStore {
  /** Some of the other accounts in a buyer's groups, group by group, strongly consistent. An account can be in several. */
  page(buyer: BuyerId, from: LinkPosition | undefined, reach: Reach): Promise<LinkPage>;
  /** The other accounts, each once: of as many groups at most, or of all. */
  linkedAccounts(buyer: BuyerId, mostGroups?: number): Promise<ReadonlySet<BuyerId>>;
  /**
   * How many other accounts, to be shown: of a buyer in more than `groupsCounted` groups, at least so many. With one group
   * it is the group's own count; with several their rosters are put together, since groups overlap. One read either way. By the
   * kinds of evidence that the groups came with, too: one that was stored before they were kept counts for none.
   */
  countLinkedAccounts(buyer: BuyerId, links: Links): Promise<LinkCount>;
  /** The same, of a buyer whose links are still to be read. */
  countOf(buyer: BuyerId): Promise<LinkCount>;
  /** And how many memberships that is, since an account can be in several groups: as many as the pages hold. */
  sizeOf(buyer: BuyerId): Promise<{ readonly accounts: number; readonly memberships: number }>;
}

/**
 * A person's accounts form a handful of groups, and this many are read in one batch. What is shown of a buyer in more of
 * them counts the accounts of these alone.
 */
export const groupsCounted = 100;
/** Queries at once, of groups without a roster; and groups of one page. */
const groupsAtOnce = 10;

export function createLinkedAccountStore(table: Table): LinkedAccountStore {
  async function linksOf(buyer: BuyerId): Promise<Links> {
    const head = linksKey(buyer);
    return toLinks((await batchGet(table, [head])).get(head));
  }

  async function linkedAccounts(buyer: BuyerId, mostGroups?: number) {
    const groups = await rostersOf(await linksOf(buyer), mostGroups);
    const accounts = new Set(groups.flatMap(({ members }) => members));
    accounts.delete(buyer);
    return accounts;
  }

  async function rostersOf(links: Links, mostGroups?: number): Promise<readonly CountedGroup[]> {
    const groups = links.groups.toSorted().slice(0, mostGroups);
    const items = await batchGet(table, groups.map(rosterKey));
    const rosters = groups.map((group) => toRoster(items.get(rosterKey(group))));
    const without = groups.filter((_, index) => rosters[index] === undefined);
    for (const some of chunksOf(without, groupsAtOnce)) {
      rosters.push(...(await Promise.all(some.map((group) => membersOf(group)))));
    }
    return rosters.filter((roster) => roster !== undefined);
  }

  async function membersOf(group: GroupId): Promise<CountedGroup> {
    const rows = await queryRows(table, memberKey(group, ''));
    return { members: named(rows.filter(isMember)), evidence: [] };
  }

  async function count(buyer: BuyerId, links: Links): Promise<LinkCount> {
    const [only, ...others] = links.groups;
    if (only === undefined) return countLinks(buyer, []);
    if (others.length > 0) return countLinks(buyer, await rostersOf(links, groupsCounted));
    const head = toGroupHead((await batchGet(table, [groupKey(only)])).get(groupKey(only)));
    const accounts = othersIn(head);
    return { accounts, links: byKind(new Map(head?.evidence.map((kind) => [kind, accounts]))) };
  }

  async function membershipsIn(groups: readonly GroupId[]): Promise<number> {
    const heads = await batchGet(table, groups.map(groupKey));
    return groups.reduce((sum, group) => sum + othersIn(toGroupHead(heads.get(groupKey(group)))), 0);
  }

  return {
    page: async (buyer, from, reach) => pageOf(table, buyer, await linksOf(buyer), from, reach),
    linkedAccounts,
    countLinkedAccounts: count,
    countOf: async (buyer) => count(buyer, await linksOf(buyer)),

    async sizeOf(buyer) {
      const links = await linksOf(buyer);
      const { accounts } = await count(buyer, links);
      const single = links.groups.length < 2;
      return { accounts, memberships: single ? accounts : await membershipsIn(links.groups.slice(0, groupsCounted)) };
    },
  };
}

/** Beside the buyer, who is one of them. */
const othersIn = (head: GroupHead | undefined) => Math.max(0, (head?.members ?? 0) - 1);

const isMember = (row: Item) => row['state'] === ('member' satisfies MemberState);

function named(rows: readonly Item[], but?: BuyerId): readonly BuyerId[] {
  return rows.map((row) => String(row['buyerId'])).filter((account) => account !== but);
}

async function pageOf(
  table: Table,
  buyer: BuyerId,
  links: Links,
  from: LinkPosition | undefined,
  reach: Reach,
): Promise<LinkPage> {
  const ahead = links.groups.filter((group) => !from || group >= from.group).toSorted();
  const groups: LinkPage['groups'][number][] = [];
  let most = rowsAPage;
  for (const group of ahead) {
    if (groups.length === groupsAtOnce || most === 0) return { groups, next: { group } };
    const rows = await memberRows(table, group, group === from?.group ? from.after : undefined, most);
    const last = rows.length < most ? undefined : String(rows.at(-1)?.['buyerId']);
    most -= rows.length;
    const members = named(rows.filter(isMember), buyer);
    groups.push({ group, members, accounts: reach === 'members' ? members : named(rows, buyer) });
    if (last !== undefined) return { groups, next: { group, after: last } };
  }
  return { groups };
}
