import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BuyerId } from '../kernel/ids.ts';
import { orderStatuses } from '../kernel/words/orders.ts';
import type { OrderStatus } from '../kernel/words/orders.ts';

/** An order as its newest event told it. */
export interface Order {
  readonly buyerId: BuyerId;
  readonly status: OrderStatus;
  readonly createdAt: EpochMilliseconds;
  readonly updatedAt: EpochMilliseconds;
  readonly amount?: { readonly value: string; readonly currency: string } | undefined;
}

const closed: readonly OrderStatus[] = ['DELIVERED', 'COMPLETED', 'CANCELLED'];

/** Open orders must still be fulfilled, also for a blocked buyer. */
export function isOpen(status: OrderStatus): boolean {
  return !closed.includes(status);
}

/** What one order changes of its buyer's counts in the shop. */
export interface OrderCounts {
  readonly orders: 0 | 1;
  readonly openOrders: -1 | 0 | 1;
  readonly cancellations: -1 | 0 | 1;
}

export type OrderDecision =
  /** Save it, and change the buyer's counts in the shop by these. */
  | ({ readonly type: 'record' } & OrderCounts)
  /** What is stored is as new. */
  | { readonly type: 'superseded'; readonly stored: Order }
  /** An order never changes hands: one of the two events is wrong. */
  | { readonly type: 'conflicting_buyer' };

/** Events come in any order and more than once; whichever way, the newest status stands and each order counts once. */
export function decideOrder(stored: Order | undefined, order: Order): OrderDecision {
  if (!stored) return { type: 'record', orders: 1, openOrders: openOf(order), cancellations: cancelledOf(order) };
  if (stored.buyerId !== order.buyerId) return { type: 'conflicting_buyer' };
  if (!isNewer(order, stored)) return { type: 'superseded', stored };
  return {
    type: 'record',
    orders: 0,
    openOrders: (openOf(order) - openOf(stored)) as -1 | 0 | 1,
    cancellations: (cancelledOf(order) - cancelledOf(stored)) as -1 | 0 | 1,
  };
}

function openOf({ status }: Order): 0 | 1 {
  return isOpen(status) ? 1 : 0;
}

function cancelledOf({ status }: Order): 0 | 1 {
  return status === 'CANCELLED' ? 1 : 0;
}

/** Two changes within a millisecond are told apart by how far the order has come. */
function isNewer(order: Order, stored: Order): boolean {
  if (order.updatedAt !== stored.updatedAt) return order.updatedAt > stored.updatedAt;
  return orderStatuses.indexOf(order.status) > orderStatuses.indexOf(stored.status);
}
