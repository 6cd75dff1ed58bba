import { keyText } from '../table/keys.ts';
import type { Key } from '../table/keys.ts';
import type { AwsClient } from '../aws-json/aws-client.ts';
import { isRetryable } from '../aws-json/aws-error.ts';
import { millisecondsUntil } from '../aws-json/deadline.ts';
import type { Deadline } from '../aws-json/deadline.ts';
import { callWithin, pauseBefore } from '../aws-json/deadline-call.ts';
import type { Hedge } from '../aws-json/deadline-call.ts';
import type { DeadlineReader, HowToRead, Projection, WireItem } from './store.ts';

const batchSize = 100;
type Found = Map<string, WireItem | null>;

export interface TableReaderConfig {
  readonly client: AwsClient;
  readonly tableName: string;
  readonly onFailure: (errorName: string) => void;
  readonly hedge?: Hedge;
}

/** Reads from the table: GetItem for one key, BatchGetItem for more, whatever was left out again until the deadline. */
export function createTableReader(config: TableReaderConfig): DeadlineReader {
  return {
    async read(keys, deadline, how = {}) {
      const found: Found = new Map();
      const [first] = keys;
      if (first && keys.length === 1 && !how.only) {
        await repeatWithin(config, deadline, how, () => readOne(config, first, deadline, found));
        return found;
      }
      const unique = [...new Map(keys.map((key) => [keyText(key), key])).values()];
      const batches: Promise<void>[] = [];
      for (let start = 0; start < unique.length; start += batchSize) {
        let pending: readonly Key[] = unique.slice(start, start + batchSize);
        const read = async () => {
          pending = await readBatch(config, pending, deadline, how.only, found);
          return pending.length === 0;
        };
        batches.push(repeatWithin(config, deadline, how, read));
      }
      await Promise.all(batches);
      return found;
    },
  };
}

/** Until it is done, the deadline has passed, or an error says that it never will be; unless once is enough. */
async function repeatWithin(
  { onFailure }: TableReaderConfig,
  deadline: Deadline,
  { once }: HowToRead,
  read: () => Promise<boolean>,
): Promise<void> {
  if (millisecondsUntil(deadline) <= 0) return;
  for (let attempt = 1; ; attempt++) {
    try {
      if (await read()) return;
    } catch (error) {
      onFailure(error instanceof Error ? error.name : 'unknown');
      if (!isRetryable(error)) return;
    }
    if (once || !(await pauseBefore(attempt, deadline))) return;
  }
}

async function readOne(
  { client, tableName, hedge }: TableReaderConfig,
  key: Key,
  deadline: Deadline,
  found: Found,
): Promise<boolean> {
  const body = `{"TableName":${JSON.stringify(tableName)},"Key":${keyJson(key)},"ConsistentRead":true}`;
  const reply = readReply(await callWithin(client, 'GetItem', body, deadline, hedge)) as { readonly Item?: WireItem };
  found.set(keyText(key), reply.Item ?? null);
  return true;
}

interface WireKey {
  readonly pk: { readonly S: string };
  readonly sk: { readonly S: string };
}

interface BatchReply {
  readonly Responses?: Readonly<Record<string, readonly (WireItem & WireKey)[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, { readonly Keys?: readonly WireKey[] }>>;
}

/** One request; answers the keys that DynamoDB left unprocessed. */
async function readBatch(
  { client, tableName, hedge }: TableReaderConfig,
  keys: readonly Key[],
  deadline: Deadline,
  only: Projection | undefined,
  found: Found,
): Promise<readonly Key[]> {
  const wanted = keys.map(keyJson).join(',');
  const part = only
    ? `,"ProjectionExpression":${JSON.stringify(only.expression)},"ExpressionAttributeNames":${JSON.stringify(only.names)}`
    : '';
  const body = `{"RequestItems":{${JSON.stringify(tableName)}:{"Keys":[${wanted}],"ConsistentRead":true${part}}}}`;
  const reply = readReply(await callWithin(client, 'BatchGetItem', body, deadline, hedge)) as BatchReply;
  if (!reply.Responses) throw malformed();
  const unprocessed = (reply.UnprocessedKeys?.[tableName]?.Keys ?? []).map(toKey);
  for (const key of keys) found.set(keyText(key), null);
  for (const key of unprocessed) found.delete(keyText(key));
  for (const item of reply.Responses?.[tableName] ?? []) found.set(keyText(toKey(item)), item);
  return unprocessed;
}

/** What is no reply at all must not be read as one that holds no item. */
function readReply(reply: unknown): object {
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply)) throw malformed();
  return reply;
}

function malformed(): Error {
  return Object.assign(new Error('This is no reply of DynamoDB.'), { name: 'MalformedReply' });
}

function keyJson({ pk, sk }: Key): string {
  return `{"pk":{"S":${JSON.stringify(pk)}},"sk":{"S":${JSON.stringify(sk)}}}`;
}

function toKey({ pk, sk }: WireKey): Key {
  return { pk: pk.S, sk: sk.S };
}
