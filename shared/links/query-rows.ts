import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';

/** All items of a partition whose sort key begins so, strongly consistent, page after page. */
export async function queryRows(table: Table, prefix: { readonly pk: string; readonly sk: string }): Promise<Item[]> {
  const rows: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const reply = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': prefix.pk, ':sk': prefix.sk },
        ExclusiveStartKey: from,
      }),
    );
    rows.push(...(reply.Items ?? []));
    from = reply.LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
}
