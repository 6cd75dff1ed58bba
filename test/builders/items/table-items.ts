import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../../shared/table/batch-get.ts';
import type { Table } from '../../../shared/table/client.ts';
import type { Key } from '../../../shared/table/keys.ts';

/** What the table holds under a key now. */
export async function readItem(table: Table, key: Key): Promise<Item | undefined> {
  const reply = await table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }));
  return reply.Item;
}

/** Puts items as they are, past every store. */
export async function putItems(table: Table, ...items: readonly (Key & Item)[]): Promise<void> {
  for (const item of items) await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}
