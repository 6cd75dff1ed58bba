import type { ShopScope, TokenScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, feedEntryKey, feedHeadKey, feedSeenKey } from '../table/keys.ts';
import { queryItems } from '../table/query.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { transact } from '../table/transact.ts';
import type { Write } from '../table/transact.ts';
import type { NewsFrame } from '../contracts/http/live.ts';
import type { FeedState, PlacedItem, Sequence } from './feed-rules.ts';

/** What is told of one event, before it has its place. */
export type News = Omit<NewsFrame, 'cursor'>;

export interface FeedStore {
  /** How the feed stands, and where some events stand in it. */
  read(scope: ShopScope, eventIds: readonly string[]): Promise<FeedState>;
  /**
   * Appends items that were placed after `head`, in one transaction; news only while the shop's access is active. `false`
   * when the feed or the access has changed since it was read.
   *
   * @param items at most 45: two writes each, beside the head and the access.
   */
  append(
    scope: ShopScope,
    head: Sequence,
    items: readonly PlacedItem<News>[],
    now: EpochMilliseconds,
  ): Promise<boolean>;
  /** The entries that there are after a place, up to another. */
  between(scope: ShopScope, after: Sequence, upTo: Sequence): Promise<readonly PlacedNews[]>;
}
export interface PlacedNews {
  readonly sequence: Sequence;
  readonly news: News;
}

/** How far back a client can catch up. */
const entryMilliseconds = 7 * 86_400_000;
/** Longer than any dead letter waits that could bring the same event again. */
const seenMilliseconds = 30 * 86_400_000;

/** The head that an item holds; it has no TTL, since the numbers of a feed must never begin again. */
export function toHead(item: Item | undefined): Sequence {
  return Number(item?.['sequence'] ?? 0);
}

/** For a seller's request: how far their shop's feed goes. */
export function feedHeadRead({ shopId }: TokenScope): ReadPlan<Sequence> {
  const key = feedHeadKey(shopId);
  return { keys: [key], decode: (items) => toHead(items.get(key)) };
}

export function createFeedStore(table: Table): FeedStore {
  return {
    async read({ shopId }, eventIds) {
      const seen = eventIds.map((eventId) => ({ eventId, key: feedSeenKey(shopId, eventId) }));
      const [head, access] = [feedHeadKey(shopId), accessKey(shopId)];
      const items = await batchGet(table, [head, access, ...seen.map(({ key }) => key)]);
      const placed = seen.flatMap(({ eventId, key }) => {
        const item = items.get(key);
        return item ? [[eventId, Number(item['sequence'])] as const] : [];
      });
      return {
        head: toHead(items.get(head)),
        accessIsActive: toAccess(items.get(access))?.state === 'active',
        placed: new Map(placed),
      };
    },

    async append({ shopId }, head, items, now) {
      const outcome = await transact<string>(table, appendWrites(shopId, head, items, now));
      return outcome.type === 'committed';
    },

    async between({ shopId }, after, upTo) {
      const [first, last] = [feedEntryKey(shopId, after + 1), feedEntryKey(shopId, upTo)];
      const found = await queryItems(table, {
        KeyConditionExpression: 'pk = :feed AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':feed': first.pk, ':first': first.sk, ':last': last.sk },
        ConsistentRead: true,
      });
      return found as unknown as PlacedNews[];
    },
  };
}

function appendWrites(
  shopId: ShopId,
  head: Sequence,
  items: readonly PlacedItem<News>[],
  now: EpochMilliseconds,
): Record<string, Write | undefined> {
  const isFirst = head === 0;
  return {
    head: {
      update: feedHeadKey(shopId),
      expression: 'SET #sequence = :after',
      condition: { expression: isFirst ? 'attribute_not_exists(pk)' : '#sequence = :before' },
      names: { '#sequence': 'sequence' },
      values: { ':after': head + items.length, ...(isFirst ? {} : { ':before': head }) },
    },
    access: items.some(({ news }) => news)
      ? {
          check: accessKey(shopId),
          condition: { expression: '#state = :active', names: { '#state': 'state' }, values: { ':active': 'active' } },
        }
      : undefined,
    ...Object.fromEntries(items.flatMap((item) => itemWrites(shopId, item, now))),
  };
}

/** That an event has its place; and what is told of it, if anything is. */
function itemWrites(
  shopId: ShopId,
  { eventId, sequence, news }: PlacedItem<News>,
  now: EpochMilliseconds,
): readonly [string, Write][] {
  const seen: Write = {
    put: { ...feedSeenKey(shopId, eventId), sequence, ttl: toTtl(now + seenMilliseconds) },
    condition: { expression: 'attribute_not_exists(pk)' },
  };
  if (!news) return [[`seen ${sequence}`, seen]];
  const entry: Write = {
    put: { ...feedEntryKey(shopId, sequence), sequence, news, ttl: toTtl(now + entryMilliseconds) },
  };
  return [
    [`seen ${sequence}`, seen],
    [`entry ${sequence}`, entry],
  ];
}
