import { toShopBuyer } from '../../buyers/items.ts';
import type { BuyerId, ShopId } from '../../kernel/ids.ts';
import { linkedAccounts } from '../../link-groups/linked-accounts.ts';
import { batchGet, type Item } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { buyerHistoryKey } from '../../table/keys.ts';
import type { BuyerHistory } from '../rules.ts';

export type LinkedHistory = Pick<BuyerHistory, 'linkedAccounts' | 'linkedAlerts'>;

/** Of a group of 5,000 this many are asked: ten reads, and more would tell a seller nothing more. */
const mostAsked = 1000;

/** What accounts that are linked to a buyer caused in one shop, as sums: none of them is named. */
export async function readLinkedHistory(table: Table, shopId: ShopId, buyerId: BuyerId): Promise<LinkedHistory> {
  const linked = [...(await linkedAccounts(table, buyerId))];
  const keys = linked.slice(0, mostAsked).map((account) => buyerHistoryKey(shopId, account));
  const items = await batchGet(table, keys);
  return {
    linkedAccounts: linked.length,
    linkedAlerts: keys.reduce((sum, key) => sum + count(items.get(key), 'alerts'), 0),
  };
}

/** The buyer's own items, and how many more there are that these do not know of yet. */
export interface OwnHistory {
  readonly orders: Item | undefined;
  readonly history: Item | undefined;
  readonly more: { readonly orders: number; readonly refunds: number };
  /** This alert itself, when it has been counted. */
  readonly ownAlerts: number;
}

export function toBuyerHistory({ orders, history, more, ownAlerts }: OwnHistory, linked: LinkedHistory): BuyerHistory {
  return {
    orders: (toShopBuyer(orders)?.orders ?? 0) + more.orders,
    cancellations: count(history, 'cancellations'),
    refunds: count(history, 'refunds') + more.refunds,
    earlierAlerts: Math.max(0, count(history, 'alerts') - ownAlerts),
    ...linked,
  };
}

function count(history: Item | undefined, name: 'cancellations' | 'refunds' | 'alerts'): number {
  return Number(history?.[name] ?? 0);
}
