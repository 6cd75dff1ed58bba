import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';
import { nothingToRead } from '../table/read-plan.ts';
import * as contract from '../contracts/http/waivers.ts';
import { toWaiverReply } from '../waivers/reply.ts';
import type { WaiverStore } from '../waivers/store.ts';

const cursorFields = ['createdAt', 'subjectType', 'subjectId'] as const;

/** The shop's waivers, for its sellers. */
export function listWaiversRoute(deps: SellerDeps & { readonly store: WaiverStore }): BoundRoute {
  return sellerRoute(deps, contract.listWaivers, {
    read: () => nothingToRead,
    async handle({ scope, query, now }) {
      const { cursor, ...asked } = query;
      const after = fromCursor(scope.shopId, cursor, cursorFields);
      const { waivers, next } = await deps.store.list(scope, { ...asked, after, now });
      const nextCursor = next && toCursor(scope.shopId, next);
      return { status: 200, body: { items: waivers.map(toWaiverReply), ...(nextCursor ? { nextCursor } : {}) } };
    },
  });
}
