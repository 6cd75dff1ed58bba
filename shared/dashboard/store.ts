import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ShopScope, TokenScope } from '../access/scope.ts';
import { toSortable } from '../alerts/items.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import { waiverStatuses } from '../kernel/words/waivers.ts';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { alertsListing, dayStatsKey, listingIndex, totalsKey } from '../table/keys.ts';
import { pagesOf, queryPages } from '../table/query.ts';
import type { ReadPlan } from '../table/read-plan.ts';
import { keysAround } from './range-rules.ts';
import type { DayRecord } from './summary-rules.ts';

/** Kinds of alerts that a seller can act on. */
export const actionableKinds = ['security_alert_order', 'risk_refund'] as const;
export type ActionableKind = (typeof actionableKinds)[number];

export interface DashboardStore {
  /** What was counted around these dates; some days before and after may be among it. */
  days(scope: ShopScope, first: string, last: string): Promise<readonly DayRecord[]>;
  /**
   * The first deadline after `now` of the open alerts of one kind; `undefined` when none of them has any, or when
   * a hundred that are due sooner have been acted on within these minutes.
   */
  nextDeadline(scope: ShopScope, kind: ActionableKind, now: EpochMilliseconds): Promise<EpochMilliseconds | undefined>;
}

/** How many there are now, of each kind or status. */
export interface Totals {
  readonly openAlerts: Readonly<Record<string, number>>;
  readonly actionRequested: Readonly<Record<string, number>>;
  readonly waivers: Readonly<Record<string, number>>;
}

export function totalsRead({ shopId }: TokenScope): ReadPlan<Totals> {
  const key = totalsKey(shopId);
  return {
    keys: [key],
    decode: (items) => {
      const totals = items.get(key);
      return {
        openAlerts: counters(totals, 'open#', actionableKinds),
        actionRequested: counters(totals, 'action_requested#', actionableKinds),
        waivers: counters(totals, 'waivers#', waiverStatuses),
      };
    },
  };
}

function counters(item: Item | undefined, prefix: string, names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name) => [name, Math.max(0, Number(item?.[`${prefix}${name}`] ?? 0))]));
}

/** Of the alerts that are due first, some may wait for the answer to a request, 15 minutes at most: few, and looked past. */
const readAhead = 25;
const mostPages = 4;

export function createDashboardStore(table: Table): DashboardStore {
  return {
    async days({ shopId }, first, last) {
      const keys = keysAround(first, last);
      const { pk, sk } = dayStatsKey(shopId, keys.from);
      const records: DayRecord[] = [];
      const query: QueryCommandInput = {
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': { S: pk },
          ':from': { S: sk },
          ':to': { S: dayStatsKey(shopId, keys.to).sk },
        },
        ConsistentRead: true,
      };
      // Not the document client's command: that one rounds numbers.
      const pages = pagesOf((from: QueryCommandInput['ExclusiveStartKey']) =>
        table.client.send(new QueryCommand({ ...query, ExclusiveStartKey: from })),
      );
      for await (const { Items = [] } of pages)
        records.push(...Items.map((item) => toDayRecord(unmarshall(item, { wrapNumbers: asText }))));
      return records;
    },

    async nextDeadline({ shopId }, kind, now) {
      const pages = queryPages(table, {
        IndexName: listingIndex,
        // Alerts without a deadline stand behind all others.
        KeyConditionExpression: 'listPk = :list AND listSk BETWEEN :after AND :undated',
        FilterExpression: '#status = :open',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':list': alertsListing(shopId, kind, 'open'),
          ':after': toSortable(now + 1),
          ':undated': toSortable(undefined),
          ':open': 'open',
        },
        Limit: readAhead,
      });
      let read = 0;
      for await (const { Items: [item] = [] } of pages) {
        if (item) return Number(item['respondBy']);
        read += 1;
        if (read === mostPages) break;
      }
      return undefined;
    },
  };
}

const asText = (value: string): string => value;

function toDayRecord(item: Item): DayRecord {
  const counted = Object.entries(item).filter(([name]) => name.includes('#'));
  return { date: String(item['date']), counted: Object.fromEntries(counted) as Record<string, string> };
}
