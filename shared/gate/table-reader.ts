import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { type Key, keyText } from '../table/keys.ts';
import type { DeadlineReader } from './store.ts';

const batchSize = 100;

/** Reads from the table: GetItem for one key, BatchGetItem for more, whatever was left out again until the deadline. */
export function createTableReader(table: Table, onFailure: (errorName: string) => void): DeadlineReader {
  return {
    async read(keys, deadline) {
      const unique = [...new Map(keys.map((key) => [keyText(key), key])).values()];
      const found = new Map<string, Item | null>();
      const chunks: Key[][] = [];
      for (let start = 0; start < unique.length; start += batchSize)
        chunks.push(unique.slice(start, start + batchSize));
      await Promise.all(chunks.map((chunk) => readWithin(table, chunk, deadline, found, onFailure)));
      return found;
    },
  };
}

/** Ends at the deadline whatever the client does: a connection that hangs is left behind. */
async function readWithin(
  table: Table,
  keys: readonly Key[],
  deadline: AbortSignal,
  found: Map<string, Item | null>,
  onFailure: (errorName: string) => void,
): Promise<void> {
  let pending = keys;
  for (let attempt = 0; pending.length > 0 && !deadline.aborted; attempt++) {
    try {
      if (attempt > 0) await sleep(Math.random() * 5 * 2 ** Math.min(attempt, 4), undefined, { signal: deadline });
      pending = await untilAborted(readOnce(table, pending, deadline, found), deadline);
    } catch (error) {
      onFailure(error instanceof Error ? error.name : 'unknown');
    }
  }
}

/** One request; answers the keys that DynamoDB left unprocessed. */
async function readOnce(
  table: Table,
  keys: readonly Key[],
  deadline: AbortSignal,
  found: Map<string, Item | null>,
): Promise<readonly Key[]> {
  const options = { abortSignal: deadline };
  const [first] = keys;
  if (first && keys.length === 1) {
    const reply = await table.client.send(
      new GetCommand({ TableName: table.name, Key: { ...first }, ConsistentRead: true }),
      options,
    );
    found.set(keyText(first), reply.Item ?? null);
    return [];
  }
  const request = { [table.name]: { Keys: keys.map((key) => ({ ...key })), ConsistentRead: true } };
  const reply = await table.client.send(new BatchGetCommand({ RequestItems: request }), options);
  const unprocessed = (reply.UnprocessedKeys?.[table.name]?.Keys ?? []) as unknown as readonly Key[];
  const left = new Set(unprocessed.map(keyText));
  for (const key of keys) if (!left.has(keyText(key))) found.set(keyText(key), null);
  for (const item of reply.Responses?.[table.name] ?? []) found.set(keyText(item as unknown as Key), item);
  return unprocessed;
}

function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException('deadline', 'AbortError'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
