import type { Access } from '../../access/rules.ts';
import type { ShopScope } from '../../access/scope.ts';
import { toAccess } from '../../access/store.ts';
import { createActivityStore } from '../../activity/store.ts';
import type { ActivityStore } from '../../activity/store.ts';
import { createHintStore } from '../../coverage/hint-store.ts';
import type { Hint } from '../../coverage/hint-store.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { BlockId, BuyerId } from '../../kernel/ids.ts';
import type { BlockHistory } from '../../stopped-orders/rules.ts';
import { batchGet } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { accessKey } from '../../table/keys.ts';

/** What tells whether an order was made inside a block. */
export interface BlockEvidenceStore {
  /** Blocks that may have covered a buyer in the shop when an order was made, as far back as an event can wait. */
  readHints(scope: ShopScope, buyerId: BuyerId, at: EpochMilliseconds): Promise<readonly Hint[]>;
  /** The shop's access, and when each of these blocks was live; what nothing tells of any more is left out. */
  read(
    scope: ShopScope,
    blocks: readonly Hint[],
  ): Promise<{ readonly access: Access | undefined; readonly histories: ReadonlyMap<BlockId, BlockHistory> }>;
  /** What happened in the shop, newest first. */
  readonly listActivity: ActivityStore['list'];
}

export function createBlockEvidenceStore(table: Table): BlockEvidenceStore {
  const hints = createHintStore(table);
  return {
    readHints: hints.readHints,

    async read(scope, blocks) {
      const accessAt = accessKey(scope.shopId);
      // The access is read by itself, as it is: settled reads of it would be held up by every block.
      const [items, histories] = await Promise.all([batchGet(table, [accessAt]), hints.readHistories(scope, blocks)]);
      return { access: toAccess(items.get(accessAt)), histories };
    },

    listActivity: createActivityStore(table).list,
  };
}
