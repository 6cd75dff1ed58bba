import { markRoot } from '../block-list/change-writes.ts';
import { toBlock } from '../block-list/items.ts';
import type { MarkerEntry } from '../block-list/items.ts';
import type { Block } from '../block-list/rules.ts';
import type { BuyerId, OrderId, ShopId } from '../kernel/ids.ts';
import { toOrder } from '../orders/items.ts';
import { isOpen } from '../orders/rules.ts';
import { toShopBuyer } from '../buyers/items.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { blockKey, buyerAttribute, markerKey, orderKey, shopBuyerKey } from '../table/keys.ts';
import { readSettled } from '../table/settled-read.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import type { Entry, OrderCounts } from './rules.ts';

/** Items that are derived from others, beside them. It works for all shops, for ops: what it writes follows from what an authorised write made. */
export interface RebuildStore {
  /** A block and its root's own entry, after every change that has begun. */
  readBlock(shopId: ShopId, root: BuyerId): Promise<{ block: Block | undefined; rootEntry: MarkerEntry | undefined }>;
  /** Names the block in its root's marker; `false` when the block is no longer as it was read. */
  markRoot(shopId: ShopId, block: Block): Promise<boolean>;
  /** Says of a block without linked scope that it covers its root alone; `false` when it is no longer as it was read. */
  resetCoverage(shopId: ShopId, block: Block): Promise<boolean>;
  /** The entries of a marker, with the block of each root. */
  readEntries(shopId: ShopId, account: BuyerId): Promise<readonly { entry: Entry; block: Block | undefined }[]>;
  readCounts(shopId: ShopId, buyer: BuyerId): Promise<OrderCounts | undefined>;
  /** Whether these orders of the buyer are open all of them, now. */
  areOpen(shopId: ShopId, buyer: BuyerId, orders: readonly OrderId[]): Promise<boolean>;
  /** Sets the counts; `false` when they, or one of the open orders, changed since they were read. */
  setCounts(
    shopId: ShopId,
    buyer: BuyerId,
    change: { before: OrderCounts | undefined; after: OrderCounts; open: readonly OrderId[] },
  ): Promise<boolean>;
}

/** A transaction holds 100 items: one is the counts. */
export const mostOpenOrders = 99;

export function createRebuildStore(table: Table): RebuildStore {
  const committed = async (writes: Record<string, Write>): Promise<boolean> =>
    (await transact<string>(table, writes)).type === 'committed';
  return {
    async readBlock(shopId, root) {
      const [block, marker] = await readSettled(table, [blockKey(shopId, root), markerKey(shopId, root)]);
      return {
        block: block && toBlock(block),
        rootEntry: marker?.[buyerAttribute(root)] as MarkerEntry | undefined,
      };
    },

    markRoot: (shopId, block) =>
      committed({
        block: {
          check: blockKey(shopId, block.buyerId),
          condition: {
            expression: 'blockId = :blockId AND expiresAt = :expiresAt',
            values: { ':blockId': block.blockId, ':expiresAt': block.expiresAt },
          },
        },
        marker: markRoot(shopId, block),
      }),

    resetCoverage: (shopId, { buyerId, blockId }) =>
      committed({
        block: {
          update: blockKey(shopId, buyerId),
          expression: 'SET coverage = :coverage',
          condition: {
            expression: 'blockId = :blockId AND #scope = :alone',
            names: { '#scope': 'scope' },
            values: { ':blockId': blockId, ':alone': 'user_id_only' },
          },
          values: { ':coverage': { state: 'complete', guarded: 1, total: 1 } },
        },
      }),

    async readEntries(shopId, account) {
      const [marker] = await readSettled(table, [markerKey(shopId, account)]);
      const prefix = buyerAttribute('');
      const entries = Object.entries(marker ?? {})
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]): Entry => {
          const { blockId, createdAt, linkedSince, expiresAt } = value as MarkerEntry;
          return { root: name.slice(prefix.length), blockId, createdAt, linkedSince, expiresAt };
        });
      // Read after the entries: a block that is written with its entry cannot be missing here.
      const blocks = await readSettled(
        table,
        entries.map(({ root }) => blockKey(shopId, root)),
      );
      return entries.map((entry, index) => {
        const item = blocks[index];
        return { entry, block: item && toBlock(item) };
      });
    },

    async readCounts(shopId, buyer) {
      const key = shopBuyerKey(shopId, buyer);
      return toShopBuyer((await batchGet(table, [key])).get(key));
    },

    async areOpen(shopId, buyer, orders) {
      const keys = orders.map((order) => orderKey(shopId, order));
      const items = await batchGet(table, keys);
      return keys.every((key) => {
        const order = toOrder(items.get(key));
        return order !== undefined && order.buyerId === buyer && isOpen(order.status);
      });
    },

    setCounts: (shopId, buyer, { before, after, open }) =>
      committed({
        counts: {
          update: shopBuyerKey(shopId, buyer),
          expression: 'SET orders = :orders, openOrders = :openOrders',
          condition: before
            ? {
                expression: 'orders = :before AND openOrders = :openBefore',
                values: { ':before': before.orders, ':openBefore': before.openOrders },
              }
            : { expression: 'attribute_not_exists(pk)' },
          values: { ':orders': after.orders, ':openOrders': after.openOrders },
        },
        ...Object.fromEntries(open.map((order) => [order, stillOpen(shopId, order)])),
      }),
  };
}

function stillOpen(shopId: ShopId, order: OrderId): Write {
  return {
    check: orderKey(shopId, order),
    // An open order has no end of its own.
    condition: { expression: 'attribute_exists(pk) AND attribute_not_exists(#ttl)', names: { '#ttl': 'ttl' } },
  };
}
