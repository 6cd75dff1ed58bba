import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { StockCheck } from './schema.ts';

type Item = Record<string, unknown>;
interface Key {
  readonly pk: string;
  readonly sk: string;
}

const tableName = process.env['TABLE_NAME'] ?? '';
const deadlineMilliseconds = Number(process.env['GATE_DEADLINE_MS']);
// Made once a process; the SDK's agents keep connections alive. One attempt: the answer is due at once.
const requestHandler = () =>
  new NodeHttpHandler({
    connectionTimeout: 1000,
    requestTimeout: deadlineMilliseconds,
    throwOnRequestTimeout: true,
  });
const table = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 1, requestHandler: requestHandler() }));
const queue = new SQSClient({ maxAttempts: 1, requestHandler: requestHandler() });

const keyText = ({ pk, sk }: Key): string => `${pk}|${sk}`;
export const markerKey = ({ shopId, buyerId }: StockCheck): Key => ({ pk: `GATE#${shopId}#${buyerId}`, sk: 'MARKER' });
export const accessKey = (shopId: string): Key => ({ pk: `SHOP#${shopId}`, sk: 'ACCESS' });
export const blockKey = (shopId: string, root: string): Key => ({ pk: `SHOP#${shopId}`, sk: `BLOCK#${root}` });

/** Strongly consistent: GetItem for one key, BatchGetItem for more. */
export async function read(keys: readonly Key[]): Promise<(key: Key) => Item | undefined> {
  const unique = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  const [only] = unique;
  if (only && unique.length === 1) {
    const { Item: item } = await table.send(
      new GetCommand({ TableName: tableName, Key: { ...only }, ConsistentRead: true }),
    );
    return () => item;
  }
  const found = new Map<string, Item>();
  let pending: Record<string, unknown>[] = unique.map((key) => ({ ...key }));
  while (pending.length > 0) {
    const reply = await table.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: pending, ConsistentRead: true } } }),
    );
    for (const item of reply.Responses?.[tableName] ?? []) found.set(`${item['pk']}|${item['sk']}`, item);
    pending = reply.UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return (key) => found.get(keyText(key));
}

export async function sendStops(body: object): Promise<void> {
  const QueueUrl = process.env['STOPPED_ORDERS_QUEUE_URL'] ?? '';
  await queue.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }));
}
