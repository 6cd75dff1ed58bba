import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ShopScope } from '../../access/scope.ts';
import type { EpochMilliseconds } from '../../kernel/clock.ts';
import type { Item } from '../../table/batch-get.ts';
import type { Table } from '../../table/client.ts';
import { isKept } from '../../table/kept.ts';
import { alertsListing, listingIndex } from '../../table/keys.ts';
import { toAlert } from '../items.ts';
import type { AlertStatus } from '../../kernel/words/alerts.ts';
import type { Alert, AlertKind } from '../rules.ts';
import { kindsOf, mergePage, orderOf, partsOf } from './list-rules.ts';
import type { Listed, ListPosition, PartitionRead } from './list-rules.ts';

export interface AlertQuery {
  readonly limit: number;
  readonly kind?: AlertKind | undefined;
  readonly status?: AlertStatus | undefined;
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
   * those that have ended, newest first. Five queries at most, each of bounded size, however many alerts there are.
   */
  list(scope: ShopScope, query: AlertQuery): Promise<AlertPage>;
}

/** A status is filtered out of what was read: this much at once, so that a rare one does not take a page for each item. Open are nearly all that wait. */
const filteredReadAhead = 100;

export function createAlertListStore(table: Table): AlertListStore {
  async function readPartition(
    partition: string,
    { part, behind }: ListPosition,
    { status, now }: AlertQuery,
    limit: number,
  ): Promise<PartitionRead<Item & Listed>> {
    const ascending = orderOf[part] === 'ascending';
    const reply = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: listingIndex,
        KeyConditionExpression: `listPk = :list${behind === undefined ? '' : ` AND listSk ${ascending ? '>' : '<'} :behind`}`,
        FilterExpression: `${status ? '#status = :status AND ' : ''}${isKept.expression}`,
        ExpressionAttributeNames: { ...isKept.names, ...(status && { '#status': 'status' }) },
        ExpressionAttributeValues: { ':list': partition, ':behind': behind, ':status': status, ...isKept.values(now) },
        ScanIndexForward: ascending,
        // One more than is shown tells whether there is a next page.
        Limit: status === undefined || status === 'open' ? limit + 1 : Math.max(limit + 1, filteredReadAhead),
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
        const position = query.from?.part === part ? query.from : { part };
        const limit = query.limit - alerts.length;
        if (limit === 0) return { alerts, next: position };
        const reads = kindsOf(part, query).map((kind) =>
          readPartition(alertsListing(shopId, kind, part), position, query, limit),
        );
        const { shown, next } = mergePage(await Promise.all(reads), orderOf[part], limit);
        alerts.push(...shown.flatMap((item) => toAlert(item) ?? []));
        if (next !== undefined) return { alerts, next: { part, behind: next } };
      }
      return { alerts };
    },
  };
}
