import type { BuyerId, GroupId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { groupKey, linksKey, memberKey } from '../table/keys.ts';
import { toGroupHead, toLinks } from './items.ts';
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
  /** The other accounts, each once. */
  linkedAccounts(buyer: BuyerId): Promise<ReadonlySet<BuyerId>>;
  /**
   * How many other accounts, to be shown. With one group it is the group's own count, one read; with several the members
   * are counted, since groups overlap.
   */
  countLinkedAccounts(buyer: BuyerId, links: Links): Promise<number>;
}

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

  async function linkedAccounts(buyer: BuyerId) {
    return new Set([...(await linkedByGroup(buyer)).values()].flat());
  }

  return {
    linkedByGroup,
    linkedAccounts,

    async countLinkedAccounts(buyer, { groups }) {
      const [only, ...others] = groups;
      if (only === undefined) return 0;
      if (others.length > 0) return (await linkedAccounts(buyer)).size;
      const head = toGroupHead((await batchGet(table, [groupKey(only)])).get(groupKey(only)));
      return Math.max(0, (head?.members ?? 0) - 1);
    },
  };
}
