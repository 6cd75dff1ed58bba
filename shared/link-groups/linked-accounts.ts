import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { groupKey, linksKey, memberKey } from '../table/keys.ts';
import { type Links, toGroupHead, toLinks } from './items.ts';
import { queryRows } from '../table/query.ts';
import type { MemberState } from './rules.ts';

/** Which of a group's rows count: its members, or also those who are still to be freed. */
export type Reach = 'members' | 'members_and_leaving';

/** The other accounts in each of a buyer's groups, strongly consistent. An account can be in several. */
export async function linkedByGroup(
  table: Table,
  buyer: BuyerId,
  reach: Reach = 'members',
): Promise<ReadonlyMap<GroupId, readonly BuyerId[]>> {
  const { groups } = await readLinks(table, buyer);
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

/** The other accounts that are linked to a buyer, each once: one hop, never through another account. */
export async function linkedAccounts(
  table: Table,
  buyer: BuyerId,
  reach: Reach = 'members',
): Promise<ReadonlySet<BuyerId>> {
  return new Set([...(await linkedByGroup(table, buyer, reach)).values()].flat());
}

/**
 * How many other accounts are linked to a buyer, to be shown. With one group it is the group's own count, one read;
 * with several the members are counted, since groups overlap.
 */
export async function countLinkedAccounts(table: Table, buyer: BuyerId, { groups }: Links): Promise<number> {
  const [only, ...others] = groups;
  if (only === undefined) return 0;
  if (others.length > 0) return (await linkedAccounts(table, buyer)).size;
  const head = toGroupHead((await batchGet(table, [groupKey(only)])).get(groupKey(only)));
  return Math.max(0, (head?.members ?? 0) - 1);
}

async function readLinks(table: Table, buyer: BuyerId): Promise<Links> {
  return toLinks((await batchGet(table, [linksKey(buyer)])).get(linksKey(buyer)));
}
