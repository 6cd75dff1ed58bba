import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from '../http/seller-route.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { orderKey } from '../table/keys.ts';
import * as contract from './contract.ts';
import { findBuyer } from './find-buyer.ts';
import { createLookupStore } from './lookup-store.ts';
import { toOrder } from './order-store.ts';

/** The lookup before a block; an order is read together with the shop's access. */
export function findBuyerRoute(deps: { readonly table: Table; readonly clock: Clock }): BoundRoute {
  const store = createLookupStore(deps.table);
  return sellerRoute(deps, contract.findBuyer, {
    preload: ({ shopId }, { query }) => (query.orderId === undefined ? [] : [orderKey(shopId, query.orderId)]),
    async handle({ scope, query: { username, orderId = '' }, loaded }) {
      const query =
        username === undefined
          ? { orderedBy: toOrder(loaded.get(orderKey(scope.shopId, orderId)))?.buyerId }
          : { username };
      return { status: 200, body: await findBuyer(store, scope, query) };
    },
  });
}
