import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';
import { nothingToRead } from '../table/read-plan.ts';
import type { WaiverBuyersStore } from '../alerts/reading/waiver-buyers-store.ts';
import * as contract from '../contracts/http/waivers.ts';
import { toWaiverReply } from '../waivers/reply.ts';
import type { WaiverStore } from '../waivers/store.ts';

const cursorFields = ['createdAt', 'subjectType', 'subjectId'] as const;

interface Deps extends SellerDeps {
  readonly store: WaiverStore;
  readonly buyers: WaiverBuyersStore;
}

/** The shop's waivers, for its sellers. */
export function listWaiversRoute(deps: Deps): BoundRoute {
  return sellerRoute(deps, contract.listWaivers, {
    read: () => nothingToRead,
    async handle({ scope, query, now }) {
      const { cursor, ...asked } = query;
      const after = fromCursor(scope.shopId, cursor, cursorFields);
      const { waivers, next } = await deps.store.list(scope, { ...asked, after, now });
      const nextCursor = next && toCursor(scope.shopId, next);
      const buyers = await deps.buyers.read(
        scope,
        waivers.map(({ tag }) => tag.alertId),
      );
      const items = waivers.map((waiver, index) => ({ ...toWaiverReply(waiver), buyer: buyers[index] }));
      return { status: 200, body: { items, ...(nextCursor ? { nextCursor } : {}) } };
    },
  });
}
