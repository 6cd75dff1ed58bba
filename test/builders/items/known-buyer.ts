import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { orderStatusChanged } from '../../../shared/contracts/events/order-status-changed.ts';
import { createOrderStore } from '../../../shared/orders/store.ts';
import { usernameDigest } from '../../../shared/buyers/items.ts';
import { createProfileStore } from '../../../shared/buyers/profile-store.ts';
import { recordOrder } from '../../../shared/orders/record-order.ts';
import { toTimestamp } from '../../../shared/kernel/clock.ts';
import type { Table } from '../../../shared/table/client.ts';
import { profileKey, shopBuyerKey, usernameListing } from '../../../shared/table/keys.ts';
import { noon } from '../fakes/clock.ts';

/** What the marketplace says of a buyer: `name-<buyerId>` unless told otherwise. */
export function saveProfile(
  table: Table,
  buyerId: string,
  { username = `name-${buyerId}`, revision = 1, avatarUrl = `https://cdn.example/${buyerId}.png` } = {},
): Promise<void> {
  return createProfileStore(table).save({ buyerId, username, avatarUrl, revision });
}

/** A buyer with a profile who has ordered in these shops. */
export async function knowBuyer(table: Table, buyerId: string, ...shops: readonly string[]): Promise<void> {
  await saveProfile(table, buyerId);
  for (const shopId of shops) {
    const order = {
      version: 1,
      eventId: `e-${buyerId}`,
      shopId,
      orderId: `order-of-${buyerId}`.slice(0, 64),
      buyerId,
      status: 'COMPLETED',
      createdAt: toTimestamp(noon),
      updatedAt: toTimestamp(noon),
    };
    await recordOrder(createOrderStore(table))(orderStatusChanged.detail.parse(order));
  }
}

/** Buyers `b0`, `b1`, … as `knowBuyer` leaves them, put past the stores in few requests. */
export async function knowBuyers(table: Table, count: number, ...shops: readonly string[]): Promise<string[]> {
  const buyers = Array.from({ length: count }, (_, index) => `b${index}`);
  const profiles = buyers.map((buyerId) => ({
    ...profileKey(buyerId),
    listPk: usernameListing(usernameDigest(`name-${buyerId}`)),
    listSk: buyerId,
    buyerId,
    username: `name-${buyerId}`,
    avatarUrl: `https://cdn.example/${buyerId}.png`,
    revision: 1,
  }));
  const orders = shops.flatMap((shop) =>
    buyers.map((buyerId) => ({ ...shopBuyerKey(shop, buyerId), orders: 1, openOrders: 0 })),
  );
  const puts = [...profiles, ...orders].map((Item) => ({ PutRequest: { Item } }));
  for (let start = 0; start < puts.length; start += 25) {
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts.slice(start, start + 25) } }));
  }
  return buyers;
}
