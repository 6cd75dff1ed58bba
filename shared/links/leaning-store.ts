import type { BlockedBy } from '../block-list/items.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockedByKey, linksKey } from '../table/keys.ts';
import { toLinks } from './items.ts';
import { queryRows } from './query-rows.ts';
import type { LeaningBlock } from './rules.ts';

export interface LeaningStore {
  /**
   * Blocks with linked scope that are rooted in any of these accounts. To be read once a membership is committed:
   * a block that is missing then will find that membership itself.
   */
  blocksOf(accounts: readonly BuyerId[]): Promise<readonly LeaningBlock[]>;
}

export function createLeaningStore(table: Table): LeaningStore {
  return {
    async blocksOf(accounts) {
      const heads = await batchGet(table, accounts.map(linksKey));
      const roots = accounts.filter((account) => toLinks(heads.get(linksKey(account))).leaning);
      const blocks: LeaningBlock[] = [];
      for (const root of roots) {
        const rows = (await queryRows(table, blockedByKey(root, ''))) as unknown as BlockedBy[];
        for (const { shopId, blockId, scope, createdAt, expiresAt } of rows) {
          if (scope === 'linked_user_ids') blocks.push({ shopId, root, blockId, createdAt, expiresAt });
        }
      }
      return blocks;
    },
  };
}
