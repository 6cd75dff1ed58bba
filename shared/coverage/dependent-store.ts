import type { BlockedBy } from '../block-list/items.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockedByKey, linksKey } from '../table/keys.ts';
import { toLinks } from '../link-groups/items.ts';
import { queryRows } from '../table/query.ts';
import type { DependentBlock } from './rules.ts';

export interface DependentStore {
  /**
   * Blocks rooted in any of these accounts, with linked scope, or with entries from a linked scope that they have had. To be read once a membership is committed:
   * a block that is missing then will find that membership itself.
   */
  blocksOf(accounts: readonly BuyerId[]): Promise<readonly DependentBlock[]>;
}

export function createDependentStore(table: Table): DependentStore {
  return {
    async blocksOf(accounts) {
      const heads = await batchGet(table, accounts.map(linksKey));
      const roots = accounts.filter((account) => toLinks(heads.get(linksKey(account))).hasDependents);
      const blocks: DependentBlock[] = [];
      for (const root of roots) {
        const rows = (await queryRows(table, blockedByKey(root, ''))) as unknown as BlockedBy[];
        for (const { shopId, blockId, scope, linkedSince, linkedBefore, createdAt, expiresAt } of rows) {
          if (scope !== 'linked_user_ids' && linkedBefore === undefined) continue;
          blocks.push({ shopId, root, blockId, scope, linkedSince, createdAt, expiresAt });
        }
      }
      return blocks;
    },
  };
}
