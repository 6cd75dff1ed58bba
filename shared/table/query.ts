import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item } from './batch-get.ts';
import type { Table } from './client.ts';

/** A query as DynamoDB takes it; the table is told apart. */
export type Query = Omit<QueryCommandInput, 'TableName'>;

/**
 * The answers of a read that goes on where the one before ended, until there is nothing more. It reads one ahead of
 * nobody: whoever breaks off causes no further read. An answer can be empty although others follow, since a filter is
 * applied to what was read.
 *
 * @param read gets `undefined` first, then the last answer's `LastEvaluatedKey`.
 */
export async function* pagesOf<Position, Page extends { readonly LastEvaluatedKey?: Position | undefined }>(
  read: (from: Position | undefined) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  let from: Position | undefined;
  do {
    const page = await read(from);
    yield page;
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** A query's answers, from its `ExclusiveStartKey` on; its `Limit` is what one of them may have looked at. */
export function queryPages(table: Table, query: Query) {
  return pagesOf((from: Query['ExclusiveStartKey']) =>
    ask(table, from ? { ...query, ExclusiveStartKey: from } : query),
  );
}

/**
 * The items of a query, in its order, from however many answers it takes: they end at 1 MB, and at the query's `Limit`.
 *
 * @param most items wanted, with which the reading ends. A query without a `Limit` of its own then looks at no more than
 * are still missing; one with a filter had better bring its own.
 */
export async function queryItems(table: Table, query: Query, most?: number): Promise<Item[]> {
  const found: Item[] = [];
  const pages = pagesOf((from: Query['ExclusiveStartKey']) =>
    ask(table, { Limit: most && most - found.length, ...query, ...(from && { ExclusiveStartKey: from }) }),
  );
  for await (const { Items = [] } of pages) {
    found.push(...Items);
    if (most !== undefined && found.length >= most) return found.slice(0, most);
  }
  return found;
}

function ask(table: Table, query: Query) {
  return table.client.send(new QueryCommand({ TableName: table.name, ...query }));
}

/** All items of a partition whose sort key begins so, strongly consistent, page after page. */
export function queryRows(table: Table, prefix: { readonly pk: string; readonly sk: string }): Promise<Item[]> {
  return queryItems(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': prefix.pk, ':sk': prefix.sk },
  });
}
