import { countLookup } from '../buyers/count-lookup.ts';
import type { LookupLimit } from '../buyers/count-lookup.ts';
import { findBuyer } from '../buyers/find-buyer.ts';
import { lookupCounterRead } from '../buyers/lookup-limit-store.ts';
import { shopHistoryRead } from '../buyers/lookup-store.ts';
import type { LookupStore } from '../buyers/lookup-store.ts';
import * as contract from '../contracts/http/buyers.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { orderRead } from '../orders/store.ts';
import { combineReads, nothingToRead } from '../table/read-plan.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

export interface BuyerDeps extends SellerDeps {
  readonly store: LookupStore;
  /** Kinds of evidence that ops hold to be strong. */
  readonly strongEvidence: ReadonlySet<string>;
  readonly lookupLimit: LookupLimit;
}

/** The buyers who ordered in one shop: two routes, which count as lookups alike. */
export function buyerRoutes(deps: BuyerDeps): readonly BoundRoute[] {
  return [findBuyerRoute(deps), readBuyerRoute(deps)];
}

/** The lookup before a block; counter and order are read together with the shop's access. */
function findBuyerRoute({ store, strongEvidence, lookupLimit, ...deps }: BuyerDeps): BoundRoute {
  return sellerRoute(deps, contract.findBuyer, {
    read: (token, { query: { orderId } }) =>
      combineReads({
        counter: lookupCounterRead(token),
        order: orderId === undefined ? nothingToRead : orderRead(token, orderId),
      }),
    async handle({ scope, query: { username }, loaded: { counter, order }, now }) {
      await countLookup(lookupLimit, scope, now, counter);
      const query = username === undefined ? { orderedBy: order?.buyerId } : { username };
      return { status: 200, body: await findBuyer({ store, strongEvidence }, scope, query, now) };
    },
  });
}

/** A buyer's page. Whether they ever ordered here comes with the shop's access; of anybody else it reads as much, and says nothing. */
function readBuyerRoute({ store, strongEvidence, lookupLimit, ...deps }: BuyerDeps): BoundRoute {
  return sellerRoute(deps, contract.readBuyer, {
    read: (token, { path }) =>
      combineReads({ counter: lookupCounterRead(token), history: shopHistoryRead(token, path.buyerId) }),
    async handle({ scope, path: { buyerId }, loaded: { counter, history }, now }) {
      await countLookup(lookupLimit, scope, now, counter);
      const buyer = await findBuyer({ store, strongEvidence }, scope, { orderedBy: history && buyerId }, now);
      return { status: 200, body: { ...buyer, history } };
    },
  });
}
