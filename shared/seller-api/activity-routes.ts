import { isRemoval, toActivity } from '../activity/rules.ts';
import type { Activity, RecordedEvent } from '../activity/rules.ts';
import type { ActivityStore } from '../activity/store.ts';
import type { RemovedBlockStore } from '../block-list/removed-store.ts';
import { undoEndsAt } from '../block-list/restore-rules.ts';
import type { RemovedBlock } from '../block-list/restore-rules.ts';
import { listActivity } from '../contracts/http/activity.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { BlockId } from '../kernel/ids.ts';
import { nothingToRead } from '../table/read-plan.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

export interface ActivityDeps extends SellerDeps {
  readonly store: ActivityStore;
  readonly removed: RemovedBlockStore;
}

/** The shop's audit trail, for its sellers. */
export function activityRoute(deps: ActivityDeps): BoundRoute {
  return sellerRoute(deps, listActivity, {
    read: () => nothingToRead,
    async handle({ scope, access, query, now }) {
      const after = fromCursor(scope.shopId, query.cursor, ['eventId'])?.eventId;
      const { items, next } = await deps.store.list(scope, { limit: query.limit, after, now });
      const nextCursor = next && toCursor(scope.shopId, { eventId: next });
      const [reasons, undoable] = await Promise.all([
        deps.store.liftReasons(scope, items),
        deps.removed.undoable(scope, access, removalsAmong(items), now),
      ]);
      const activities = items.map((event) => withUndo(toActivity(event, reasons.get(event.eventId)), event, undoable));
      return { status: 200, body: { items: activities, ...(nextCursor ? { nextCursor } : {}) } };
    },
  });
}

function removalsAmong(events: readonly RecordedEvent[]) {
  return events.filter(isRemoval).map(({ at, detail }) => ({
    at,
    buyerId: String(detail['buyerId']),
    blockId: String(detail['blockId']),
  }));
}

/** A block can have been removed more than once: what can be undone is its last removal. */
function withUndo(activity: Activity, event: RecordedEvent, undoable: ReadonlyMap<BlockId, RemovedBlock>): Activity {
  const removed = isRemoval(event) ? undoable.get(String(event.detail['blockId'])) : undefined;
  if (!removed || toTimestamp(removed.endedAt) !== event.at) return activity;
  return { ...activity, details: { ...activity.details, restorableUntil: toTimestamp(undoEndsAt(removed)) } };
}
