import type { Piece } from '../../shared/contracts/messages/rebuild-request.ts';
import type { ScannedItem } from './find-pieces.ts';

export const countScan = {
  FilterExpression: 'begins_with(pk, :buyer) AND sk = :orders',
  ExpressionAttributeValues: { ':buyer': 'SHOPBUYER#', ':orders': 'ORDERS' },
  ProjectionExpression: 'pk, orders, openOrders',
} as const;

export const orderScan = {
  FilterExpression: 'begins_with(pk, :order)',
  ExpressionAttributeValues: { ':order': 'ORDER#' },
  // Only an order that is closed has an end of its own.
  ProjectionExpression: 'pk, buyerId, #ttl',
  ExpressionAttributeNames: { '#ttl': 'ttl' },
} as const;

interface Buyer {
  readonly counted: { readonly orders: number; readonly openOrders: number };
  readonly open: string[];
  seen: number;
}

/** Counts of orders beside the orders themselves, both by one scan each: the counts first, since an order that comes behind them changes them. */
export function createOrderTally() {
  const buyers = new Map<string, Buyer>();
  const buyerAt = (key: string): Buyer => {
    const known = buyers.get(key) ?? { counted: { orders: 0, openOrders: 0 }, open: [], seen: 0 };
    buyers.set(key, known);
    return known;
  };
  return {
    count({ pk, orders = 0, openOrders = 0 }: ScannedItem): void {
      const [, shopId, buyerId] = String(pk).split('#');
      const counted = { orders: Number(orders), openOrders: Number(openOrders) };
      buyers.set(`${shopId}#${buyerId}`, { counted, open: [], seen: 0 });
    },

    order({ pk, buyerId, ttl }: ScannedItem): void {
      const [, shopId = '', orderId = ''] = String(pk).split('#');
      const buyer = buyerAt(`${shopId}#${String(buyerId)}`);
      buyer.seen += 1;
      if (ttl === undefined) buyer.open.push(orderId);
    },

    /** Those whose counts are not what their orders say: wrong, or changed while the scans went on. */
    suspects(): Piece[] {
      return [...buyers].flatMap(([key, { counted, open, seen }]): Piece[] => {
        if (counted.openOrders === open.length && counted.orders >= seen) return [];
        const [shopId = '', buyerId = ''] = key.split('#');
        return [{ kind: 'orders', shopId, buyerId, counted, open, seen }];
      });
    },

    size: () => buyers.size,
  };
}
