import { countLookup } from '../buyers/count-lookup.ts';
import type { LookupLimit } from '../buyers/count-lookup.ts';
import { findBuyer } from '../buyers/find-buyer.ts';
import { lookupCounterRead } from '../buyers/lookup-limit-store.ts';
import type { LookupStore } from '../buyers/lookup-store.ts';
import * as contract from '../contracts/http/buyers.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { orderRead } from '../orders/store.ts';
import { combineReads, nothingToRead } from '../table/read-plan.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

export interface FindBuyerDeps extends SellerDeps {
  readonly store: LookupStore;
  readonly lookupLimit: LookupLimit;
}

/** The lookup before a block; counter and order are read together with the shop's access. */
export function findBuyerRoute({ store, lookupLimit, ...deps }: FindBuyerDeps): BoundRoute {
  return sellerRoute(deps, contract.findBuyer, {
    read: (token, { query: { orderId } }) =>
      combineReads({
        counter: lookupCounterRead(token),
        order: orderId === undefined ? nothingToRead : orderRead(token, orderId),
      }),
    async handle({ scope, query: { username }, loaded: { counter, order }, now }) {
      await countLookup(lookupLimit, scope, now, counter);
      const query = username === undefined ? { orderedBy: order?.buyerId } : { username };
      return { status: 200, body: await findBuyer(store, scope, query) };
    },
  });
}
