import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { batchGet } from './batch-get.ts';
import type { AskBatch, ItemsByKey } from './batch-get.ts';
import type { Table } from './client.ts';
import type { Key } from './keys.ts';

/** Not the document client's command: that one rounds numbers, and fails at large ones. */
const askExactly: AskBatch = async (table, keys) => {
  const wanted = keys.map((key) => marshall(key));
  const reply = await table.client.send(
    new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
  );
  return {
    items: (reply.Responses?.[table.name] ?? []).map((item) => unmarshall(item, { wrapNumbers: asText })),
    pending: (reply.UnprocessedKeys?.[table.name]?.Keys ?? []).map((key) => unmarshall(key)),
  };
};

const asText = (value: string): string => value;

/** As `batchGet`, with each number as the text that DynamoDB writes: exact sums have more digits than a JavaScript number. */
export function batchGetExact(table: Table, keys: readonly Key[]): Promise<ItemsByKey> {
  return batchGet(table, keys, askExactly);
}
