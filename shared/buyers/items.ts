import { createHash } from 'node:crypto';
import type { BuyerId } from '../kernel/ids.ts';
import type { Item } from '../table/batch-get.ts';

/** What the marketplace last said of a buyer. */
export interface Profile {
  readonly buyerId: BuyerId;
  readonly username: string;
  readonly avatarUrl: string;
  readonly revision: number;
}

/** The profile that an item holds; an erased buyer has none, for good. */
export function toProfile(item: Item | undefined): Profile | undefined {
  if (!item || isErased(item) || item['username'] === undefined) return undefined;
  return {
    buyerId: String(item['buyerId']),
    username: String(item['username']),
    avatarUrl: String(item['avatarUrl']),
    revision: Number(item['revision']),
  };
}

export function isErased(item: Item | undefined): boolean {
  return item?.['erasedAt'] !== undefined;
}

/** Digest that stands for a username in keys: there the username itself may not stand. */
export function usernameDigest(username: string): string {
  return createHash('sha256').update(username).digest('hex');
}

/** What a shop knows of a buyer who ordered there; `undefined` when they never did. */
export interface ShopBuyer {
  readonly orders: number;
  readonly openOrders: number;
}

export function toShopBuyer(item: Item | undefined): ShopBuyer | undefined {
  return item && { orders: Number(item['orders'] ?? 0), openOrders: Number(item['openOrders'] ?? 0) };
}

/** What happened between a buyer and one shop, by counts that are never taken back. */
export interface ShopHistory {
  readonly orders: number;
  readonly cancellations: number;
  readonly refunds: number;
  readonly alerts: number;
}

/** The history of a buyer who ordered in the shop; `undefined` of anybody else, whatever else is kept of them there. */
export function toShopHistory(ordersItem: Item | undefined, historyItem: Item | undefined): ShopHistory | undefined {
  const shopBuyer = toShopBuyer(ordersItem);
  if (!shopBuyer) return undefined;
  const counted = (name: string) => Number(historyItem?.[name] ?? 0);
  return {
    orders: shopBuyer.orders,
    cancellations: counted('cancellations'),
    refunds: counted('refunds'),
    alerts: counted('alerts'),
  };
}
