import type { Access } from '../../access/rules.ts';
import type { ShopScope } from '../../access/scope.ts';
import type { MarkerEntry } from '../../block-list/items.ts';
import type { Order } from '../../buyers/order-rules.ts';
import { type BlockHistory, blockThatStopped } from '../../gate/stop-rules.ts';
import type { BuyerId, OrderId } from '../../kernel/ids.ts';
import { batchGet, type Item } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { blockKey, buyerAttribute, endedBlockKey } from '../../table/keys.ts';
import { type Flag, orderInsideBlock } from '../rules.ts';

/** An order and what its event found around it. */
export interface OrderInShop {
  readonly scope: ShopScope;
  readonly orderId: OrderId;
  readonly order: Order;
  /** The event tells of a change soon after the order was placed. */
  readonly isNew: boolean;
  readonly access: Access | undefined;
  /** The gate's marker of its buyer. */
  readonly marker: Item | undefined;
}

/**
 * The flag of our own for an order that the gate could not stop, e.g. because the store did not answer in time:
 * created while a block that covers its buyer was live. A buyer without a marker is under no block, and nothing is read for them.
 */
export async function insideBlock(table: Table, found: OrderInShop): Promise<Flag | undefined> {
  const { scope, orderId, order, access, marker } = found;
  if (access?.state !== 'active' || !marker) return undefined;
  const { buyerId, createdAt, amount } = order;
  const blocks = blocksOf(marker, buyerId).filter(({ root }) => found.isNew || root === buyerId);
  if (blocks.length === 0) return undefined;
  const keysOf = (root: BuyerId, blockId: string) => ({
    live: blockKey(scope.shopId, root),
    ended: endedBlockKey(scope.shopId, blockId),
  });
  const items = await batchGet(
    table,
    blocks.flatMap(({ root, blockId }) => Object.values(keysOf(root, blockId))),
  );
  const historyOf = (root: BuyerId, blockId: string): BlockHistory | undefined => {
    const { live, ended } = keysOf(root, blockId);
    return (items.get(ended) ?? items.get(live)) as BlockHistory | undefined;
  };
  const stoppedBy = blockThatStopped({ buyerId, blocks }, access, historyOf, createdAt);
  if (!stoppedBy) return undefined;
  return {
    kind: 'security_alert_order',
    subject: { type: 'order', id: orderId },
    orderId,
    buyerId,
    ...(stoppedBy.root === buyerId ? {} : { buyerIsLinked: true }),
    reasons: [orderInsideBlock],
    ...(amount ? { amount } : {}),
    flaggedAt: createdAt,
  };
}

/** The buyer's own block first: under it they may be named. */
function blocksOf(marker: Item, buyerId: BuyerId) {
  const prefix = buyerAttribute('');
  return Object.entries(marker)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, entry]) => ({ root: name.slice(prefix.length), blockId: (entry as MarkerEntry).blockId }))
    .toSorted((one, other) => Number(other.root === buyerId) - Number(one.root === buyerId));
}
