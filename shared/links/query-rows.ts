import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { queryItems } from '../table/query.ts';

/** All items of a partition whose sort key begins so, strongly consistent, page after page. */
export function queryRows(table: Table, prefix: { readonly pk: string; readonly sk: string }): Promise<Item[]> {
  return queryItems(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': prefix.pk, ':sk': prefix.sk },
  });
}
