import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from './seller-route.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Table } from '../table/client.ts';
import { orderKey } from '../table/keys.ts';
import * as contract from '../contracts/http/buyers.ts';
import { countLookup } from '../buyers/count-lookup.ts';
import { findBuyer } from '../buyers/find-buyer.ts';
import { createLookupLimitStore, lookupCounterOf, toLookupCounter } from '../buyers/lookup-limit-store.ts';
import type { LookupMetrics } from '../buyers/lookup-metrics.ts';
import { createLookupStore } from '../buyers/lookup-store.ts';
import { toOrder } from '../orders/items.ts';

/** The lookup before a block; counter and order are read together with the shop's access. */
export function findBuyerRoute(deps: {
  readonly table: Table;
  readonly clock: Clock;
  readonly lookupMetrics: LookupMetrics;
}): BoundRoute {
  const store = createLookupStore(deps.table);
  const limit = { store: createLookupLimitStore(deps.table), metrics: deps.lookupMetrics };
  return sellerRoute(deps, contract.findBuyer, {
    preload: (token, { query }) => [
      lookupCounterOf(token),
      ...(query.orderId === undefined ? [] : [orderKey(token.shopId, query.orderId)]),
    ],
    async handle({ scope, query: { username, orderId = '' }, loaded, now }) {
      await countLookup(limit, scope, now, toLookupCounter(loaded.get(lookupCounterOf(scope))));
      const query =
        username === undefined
          ? { orderedBy: toOrder(loaded.get(orderKey(scope.shopId, orderId)))?.buyerId }
          : { username };
      return { status: 200, body: await findBuyer(store, scope, query) };
    },
  });
}
