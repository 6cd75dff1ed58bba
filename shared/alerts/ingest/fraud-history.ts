import type { BuyerId, ShopId } from '../../kernel/ids.ts';
import { buyerHistoryKey } from '../../table/keys.ts';
import type { Write } from '../../table/transact.ts';

/** Of a buyer's history in a shop: how many frauds of this category were confirmed there. */
export const fraudAttribute = (category: string): string => `fraud#${category}`;

/** Keeps that a fraud was confirmed, to stand in the transaction that shows it. */
export function countFraud(shopId: ShopId, buyerId: BuyerId, category: string): Write {
  return {
    update: buyerHistoryKey(shopId, buyerId),
    expression: 'ADD #fraud :one',
    names: { '#fraud': fraudAttribute(category) },
    values: { ':one': 1 },
  };
}
