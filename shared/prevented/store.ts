import type { ShopScope } from '../access/scope.ts';
import type { BlockId } from '../kernel/ids.ts';
import { batchGetExact } from '../table/exact-batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { preventedKey } from '../table/keys.ts';
import { amountsOf, nothingPrevented } from './rules.ts';
import type { Prevented } from './rules.ts';

export interface PreventedStore {
  /** In one round trip for up to 100 blocks. */
  read(scope: ShopScope, blockIds: readonly BlockId[]): Promise<(blockId: BlockId) => Prevented>;
}

export function createPreventedStore(table: Table): PreventedStore {
  return {
    async read({ shopId }, blockIds) {
      const keyOf = (blockId: BlockId) => preventedKey(shopId, blockId);
      const items = await batchGetExact(table, blockIds.map(keyOf));
      return (blockId) => toPrevented(items.get(keyOf(blockId)));
    },
  };
}

/** @param item its numbers as texts. */
function toPrevented(item: Item | undefined): Prevented {
  if (!item) return nothingPrevented;
  const { orders, lastAt } = item;
  return {
    orders: Number(orders),
    amounts: amountsOf(item),
    ...(lastAt === undefined ? {} : { lastAt: Number(lastAt) }),
  };
}
