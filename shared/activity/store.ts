import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ShopScope } from '../access/scope.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { isKept } from '../table/kept.ts';
import { toLiftReason } from './lifted-items.ts';
import { activityKey, liftedKey } from '../table/keys.ts';
import { isLift } from './rules.ts';
import type { RecordedEvent } from './rules.ts';

export interface ActivityPage {
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: EventId | undefined;
  /** What is past its retention then is not shown, deleted or not. */
  readonly now: EpochMilliseconds;
}

export interface ActivityStore {
  /** What happened in a shop, newest first; `next` is where to go on, also behind a page that is short or empty. */
  list(
    scope: ShopScope,
    page: ActivityPage,
  ): Promise<{ readonly items: readonly RecordedEvent[]; readonly next?: EventId | undefined }>;
  /** Why customer support lifted blocks, as it said: of those among the events whose buyer was not erased since. */
  liftReasons(scope: ShopScope, events: readonly RecordedEvent[]): Promise<ReadonlyMap<EventId, string>>;
}

/** A seller's action leaves two events, of which one is shown. One read that is large enough for that, and never a second. */
const readAhead = 2;

export function createActivityStore(table: Table): ActivityStore {
  return {
    async list({ shopId }, { limit, after, now }) {
      const { pk } = activityKey(shopId, '');
      const reply = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk',
          FilterExpression: `attribute_not_exists(accompanies) AND ${isKept.expression}`,
          ExpressionAttributeNames: isKept.names,
          ExpressionAttributeValues: { ':pk': pk, ...isKept.values(now) },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit * readAhead,
          ...(after === undefined ? {} : { ExclusiveStartKey: activityKey(shopId, after) }),
        }),
      );
      const events = (reply.Items ?? []).map(toRecordedEvent);
      const items = events.slice(0, limit);
      const readUntil = reply.LastEvaluatedKey && String(reply.LastEvaluatedKey['sk']);
      return { items, next: events.length > limit ? items.at(-1)?.eventId : readUntil };
    },

    async liftReasons({ shopId }, events) {
      const lifts = events.filter(isLift).map(({ eventId, detail }) => ({
        eventId,
        key: liftedKey(String(detail['buyerId']), shopId, String(detail['blockId'])),
      }));
      const items = await batchGet(
        table,
        lifts.map(({ key }) => key),
      );
      return new Map(
        lifts.flatMap(({ eventId, key }) => {
          const reason = toLiftReason(items.get(key));
          return reason === undefined ? [] : [[eventId, reason] as const];
        }),
      );
    },
  };
}

function toRecordedEvent(item: Item): RecordedEvent {
  return { ...item, eventId: item['sk'] } as unknown as RecordedEvent;
}
