import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';
import { nothingToRead } from '../table/read-plan.ts';
import { listActivity } from '../contracts/http/activity.ts';
import { toActivity } from '../activity/rules.ts';
import type { ActivityStore } from '../activity/store.ts';

export interface ActivityDeps extends SellerDeps {
  readonly store: ActivityStore;
}

/** The shop's audit trail, for its sellers. */
export function activityRoute(deps: ActivityDeps): BoundRoute {
  return sellerRoute(deps, listActivity, {
    read: () => nothingToRead,
    async handle({ scope, query, now }) {
      const after = fromCursor(scope.shopId, query.cursor, ['eventId'])?.eventId;
      const { items, next } = await deps.store.list(scope, { limit: query.limit, after, now });
      const nextCursor = next && toCursor(scope.shopId, { eventId: next });
      const reasons = await deps.store.liftReasons(scope, items);
      const activities = items.map((event) => toActivity(event, reasons.get(event.eventId)));
      return { status: 200, body: { items: activities, ...(nextCursor ? { nextCursor } : {}) } };
    },
  });
}
