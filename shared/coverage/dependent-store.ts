import type { BlockedBy } from '../block-list/items.ts';
import type { BuyerId, GroupId, ShopId } from '../kernel/ids.ts';
import { toLinks } from '../link-groups/items.ts';
import { memberRows } from '../link-groups/member-row-store.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockedByKey, linksKey } from '../table/keys.ts';
import { queryItems } from '../table/query.ts';
import type { DependentBlock } from './rules.ts';

/** Where a page ended: behind an account, or behind a shop's block of the next one. */
export interface DependentsPosition {
  readonly after?: BuyerId | undefined;
  readonly under?: { readonly root: BuyerId; readonly shopId: ShopId } | undefined;
}

export interface DependentStore {
  /**
   * Some of the blocks rooted in accounts of a group, those who are leaving among them: with linked scope, or with entries from a
   * linked scope that they have had. To be read once a membership is committed: a block that is missing then will find that membership itself.
   *
   * @param everybody the accounts in order, where they are known.
   */
  page(
    group: GroupId,
    from: DependentsPosition,
    everybody?: readonly BuyerId[],
  ): Promise<{ readonly blocks: readonly DependentBlock[]; readonly next?: DependentsPosition }>;
}

/** The largest group: its blocks are known to be concerned as soon as its members are. */
const accountsAPage = 5_000;
const blocksAPage = 50;
/** Queries, each of which may find nothing. */
const rootsAPage = 50;

export function createDependentStore(table: Table): DependentStore {
  return {
    async page(group, { after, under }, everybody) {
      const blocks: DependentBlock[] = [];
      const accounts = everybody
        ? everybody.filter((account) => after === undefined || account > after).slice(0, accountsAPage)
        : (await memberRows(table, group, after, accountsAPage)).map((row) => String(row['buyerId']));
      const heads = await batchGet(table, accounts.map(linksKey));
      let last = after;
      let roots = 0;
      for (const root of accounts) {
        if (toLinks(heads.get(linksKey(root))).hasDependents) {
          if (roots++ === rootsAPage) return { blocks, next: { after: last } };
          const behind = under?.root === root ? under.shopId : undefined;
          const found = await blocksOf(table, root, behind, blocksAPage - blocks.length);
          blocks.push(...found.blocks);
          if (found.last !== undefined) return { blocks, next: { after: last, under: { root, shopId: found.last } } };
        }
        last = root;
      }
      return accounts.length < accountsAPage ? { blocks } : { blocks, next: { after: last } };
    },
  };
}

/** `last`: the shop behind which there may be more. */
async function blocksOf(
  table: Table,
  root: BuyerId,
  behind: ShopId | undefined,
  most: number,
): Promise<{ readonly blocks: readonly DependentBlock[]; readonly last?: ShopId }> {
  const { pk, sk } = blockedByKey(root, behind ?? '');
  const rows = (await queryItems(
    table,
    {
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :end',
      ExpressionAttributeValues: { ':pk': pk, ':from': `${sk}!`, ':end': `${blockedByKey(root, '').sk}~` },
    },
    most,
  )) as unknown as BlockedBy[];
  const blocks = rows
    .filter(({ scope, linkedBefore }) => scope === 'linked_user_ids' || linkedBefore !== undefined)
    .map(({ shopId, blockId, scope, linkedSince, createdAt, expiresAt }) => ({
      shopId,
      root,
      blockId,
      scope,
      linkedSince,
      createdAt,
      expiresAt,
    }));
  return rows.length < most ? { blocks } : { blocks, last: rows.at(-1)?.shopId as ShopId };
}
