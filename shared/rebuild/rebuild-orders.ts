import type { BuyerId, OrderId, ShopId } from '../kernel/ids.ts';
import { mostOpenOrders } from './counts-store.ts';
import type { CountsStore } from './counts-store.ts';
import type { Rebuilt } from './rebuilt.ts';
import { countsOf } from './rules.ts';
import type { OrderCounts } from './rules.ts';

export interface SeenOrders {
  readonly shopId: ShopId;
  readonly buyerId: BuyerId;
  /** What the counts said before the orders were read; zeros where there were none. */
  readonly counted: OrderCounts;
  readonly open: readonly OrderId[];
  readonly seen: number;
}

/**
 * Sets a buyer's counts of orders to what their orders say. No order of theirs came since the orders were read, while the
 * counts are the same; and those that were open are so still. Both are conditions of the write, so that an order that comes
 * or ends meanwhile is never counted wrong: then it is `busy`.
 */
export async function rebuildOrders(
  store: CountsStore,
  { shopId, buyerId, counted, open, seen }: SeenOrders,
  dryRun: boolean,
): Promise<Rebuilt> {
  const before = await store.readCounts(shopId, buyerId);
  const busy: Rebuilt = { outcome: 'busy', found: [] };
  const { orders, openOrders } = before ?? { orders: 0, openOrders: 0 };
  if (orders !== counted.orders || openOrders !== counted.openOrders) return busy;
  // So many cannot be held still by one write.
  if (open.length > mostOpenOrders) return { ...busy, found: [`more than ${mostOpenOrders} orders are open`] };
  if (!(await store.areOpen(shopId, buyerId, open))) return busy;
  const after = countsOf(before, { open: open.length, seen });
  if (before && before.orders === after.orders && before.openOrders === after.openOrders)
    return { outcome: 'right', found: [] };
  const found = [
    `${openOrders} open of ${orders} orders are counted, where ${after.openOrders} of ${after.orders} are right`,
  ];
  if (dryRun) return { outcome: 'wrong', found };
  return (await store.setCounts(shopId, buyerId, { before, after, open }))
    ? { outcome: 'mended', found }
    : { ...busy, found };
}
