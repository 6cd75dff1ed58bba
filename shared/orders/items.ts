import type { Item } from '../table/batch-get.ts';
import type { OrderStatus } from '../kernel/words/orders.ts';
import type { Order } from './rules.ts';

/** The order that an item holds. */
export function toOrder(item: Item | undefined): Order | undefined {
  return (
    item && {
      buyerId: String(item['buyerId']),
      status: item['status'] as OrderStatus,
      createdAt: Number(item['createdAt']),
      updatedAt: Number(item['updatedAt']),
      amount: item['amount'] as Order['amount'],
    }
  );
}
