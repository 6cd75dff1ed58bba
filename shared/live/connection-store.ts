import type { ShopScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { toTtl } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { ShopId } from '../kernel/ids.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, connectionKey, feedHeadKey, shopConnectionKey, ticketKey } from '../table/keys.ts';
import { queryItems } from '../table/query.ts';
import { transact } from '../table/transact.ts';
import type { Sequence } from './feed-rules.ts';
import { toHead } from './feed-store.ts';
import type { Ticket } from './ticket-store.ts';

export interface LiveConnection {
  readonly connectionId: string;
  readonly shopId: ShopId;
  readonly subject: string;
  readonly connectedAt: EpochMilliseconds;
  /** Nothing is sent to it from then on. */
  readonly until: EpochMilliseconds;
}

export interface ConnectionStore {
  /** Uses up the ticket for this connection, in one transaction; only one of several that try, and only for active access. */
  open(ticketHash: string, ticket: Ticket, connectionId: string, now: EpochMilliseconds): Promise<boolean>;
  read(connectionId: string): Promise<LiveConnection | undefined>;
  /** What a connected client may know: whether its shop still has access, and how far its feed goes. */
  standing(scope: ShopScope): Promise<{ readonly accessIsActive: boolean; readonly head: Sequence }>;
  /** Connections of a shop that may still be open, those past their `until` too, `limit` at most. */
  ofShop(scope: ShopScope, now: EpochMilliseconds, limit: number): Promise<readonly LiveConnection[]>;
  forget(connection: Pick<LiveConnection, 'connectionId' | 'shopId'>): Promise<void>;
}

/** API Gateway ends a connection after two hours, and does not always say so. */
const longestMilliseconds = 150 * 60_000;

export function createConnectionStore(table: Table): ConnectionStore {
  return {
    async open(hash, { shopId, subject, until }, connectionId, now) {
      const connection: LiveConnection = { connectionId, shopId, subject, connectedAt: now, until };
      const kept = { ...connection, ttl: toTtl(now + longestMilliseconds) };
      const outcome = await transact(table, {
        ticket: {
          delete: ticketKey(hash),
          condition: {
            expression: 'attribute_exists(pk) AND expiresAt > :now AND shopId = :shop',
            values: { ':now': now, ':shop': shopId },
          },
        },
        connection: { put: { ...connectionKey(connectionId), ...kept } },
        ofShop: { put: { ...shopConnectionKey(shopId, connectionId), ...kept } },
        access: {
          check: accessKey(shopId),
          condition: { expression: '#state = :active', names: { '#state': 'state' }, values: { ':active': 'active' } },
        },
      });
      return outcome.type === 'committed';
    },

    async read(connectionId) {
      const key = connectionKey(connectionId);
      return (await batchGet(table, [key])).get(key) as unknown as LiveConnection | undefined;
    },

    async standing({ shopId }) {
      const [access, head] = [accessKey(shopId), feedHeadKey(shopId)];
      const items = await batchGet(table, [access, head]);
      return { accessIsActive: toAccess(items.get(access))?.state === 'active', head: toHead(items.get(head)) };
    },

    async ofShop({ shopId }, now, limit) {
      const found = await queryItems(
        table,
        {
          KeyConditionExpression: 'pk = :shop',
          // Whom the TTL has yet to forget is read, too, and must not stand in the others' way.
          FilterExpression: 'connectedAt > :since',
          ExpressionAttributeValues: {
            ':shop': shopConnectionKey(shopId, '').pk,
            ':since': now - longestMilliseconds,
          },
          ConsistentRead: true,
          Limit: limit,
        },
        limit,
      );
      return found as unknown as LiveConnection[];
    },

    async forget({ shopId, connectionId }) {
      await transact(table, {
        connection: { delete: connectionKey(connectionId) },
        ofShop: { delete: shopConnectionKey(shopId, connectionId) },
      });
    },
  };
}
