import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../../shared/table/batch-get.ts';
import type { Table } from '../../../shared/table/client.ts';

/** All items of one partition, by their sort keys. */
export async function queryPartition(table: Table, pk: string): Promise<Item[]> {
  const items: Item[] = [];
  const input = {
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ConsistentRead: true,
  };
  for await (const page of paginateQuery({ client: table.client }, input)) items.push(...(page.Items ?? []));
  return items;
}

/** Every item whose partition begins like this. */
export async function scanPrefix(table: Table, prefix: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of paginateScan({ client: table.client }, { TableName: table.name, ConsistentRead: true }))
    items.push(...(page.Items ?? []));
  return items.filter(({ pk }) => String(pk).startsWith(prefix));
}
