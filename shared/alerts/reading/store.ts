import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ShopScope } from '../../access/scope.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { Item } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { alertsListing, listingIndex } from '../../table/keys.ts';
import { toAlert } from '../items.ts';
import type { Alert } from '../rules.ts';
import { filterOf, rangeOf } from './listed-items.ts';
import { kindsOf, mergePage, orderOf, partsOf, roundsOf } from './list-rules.ts';
import type { AlertFilter, Listed, ListPosition, PartitionRead } from './list-rules.ts';

export interface AlertQuery extends AlertFilter {
  readonly limit: number;
  readonly from?: ListPosition | undefined;
  /** What is past its retention then is not shown, deleted or not. */
  readonly now: EpochMilliseconds;
}
export interface AlertPage {
  readonly alerts: readonly Alert[];
  /** Where to go on, also behind a page that is short or empty. */
  readonly next?: ListPosition;
}
export interface AlertListStore {
  /**
   * Alerts of a shop from the index, which can lag by a moment and decides nothing: those that wait by deadline, then
   * those that have ended, newest first. Five queries at most, ten with a filter, each of bounded size, however many alerts there are.
   */
  list(scope: ShopScope, query: AlertQuery): Promise<AlertPage>;
}

export function createAlertListStore(table: Table): AlertListStore {
  async function readPartition(
    partition: string,
    position: ListPosition,
    query: AlertQuery,
    most: number,
  ): Promise<PartitionRead<Item & Listed>> {
    const range = rangeOf(position, query);
    if (range === 'nothing') return { entries: [] };
    const filter = filterOf(position.part, query);
    const reply = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: listingIndex,
        KeyConditionExpression: ['listPk = :list', ...range.conditions].join(' AND '),
        FilterExpression: filter.conditions.join(' AND '),
        ExpressionAttributeNames: filter.names,
        ExpressionAttributeValues: { ':list': partition, ...range.values, ...filter.values },
        ScanIndexForward: orderOf[position.part] === 'ascending',
        Limit: most,
      }),
    );
    return {
      entries: (reply.Items ?? []) as (Item & Listed)[],
      readUntil: reply.LastEvaluatedKey?.['listSk'] as string | undefined,
    };
  }

  return {
    async list({ shopId }, query) {
      const alerts: Alert[] = [];
      const parts = partsOf(query.status);
      for (const part of query.from ? parts.slice(parts.indexOf(query.from.part)) : parts) {
        let position: ListPosition | undefined = query.from?.part === part ? query.from : { part };
        for (const readAhead of roundsOf(part, query)) {
          const from: ListPosition = position;
          const limit = query.limit - alerts.length;
          if (limit === 0) return { alerts, next: from };
          const reads = kindsOf(part, query).map((kind) =>
            readPartition(alertsListing(shopId, kind, part), from, query, Math.max(limit + 1, readAhead)),
          );
          const { shown, next } = mergePage(await Promise.all(reads), orderOf[part], limit);
          alerts.push(...shown.flatMap((item) => toAlert(item) ?? []));
          position = next === undefined ? undefined : { part, behind: next };
          if (position === undefined) break;
        }
        if (position !== undefined) return { alerts, next: position };
      }
      return { alerts };
    },
  };
}
