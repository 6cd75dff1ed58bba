import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '../kernel/errors.ts';
import type { Table } from './client.ts';
import { keyText } from './keys.ts';
import type { Key } from './keys.ts';

export type Item = Readonly<Record<string, unknown>>;

/** Items by key; what is not there is `undefined`. */
export interface ItemsByKey {
  get(key: Key): Item | undefined;
}

/** One request: the items that it found, and the keys that DynamoDB left out. */
export type AskBatch = (
  table: Table,
  keys: readonly Item[],
) => Promise<{ readonly items: readonly Item[]; readonly pending: readonly Item[] }>;

/** DynamoDB's limit for one BatchGetItem. */
const batchSize = 100;
const attempts = 6;

/**
 * Strongly consistent reads of any number of keys, deduplicated, 100 a round trip. Results come in
 * any order and are matched by key; keys that DynamoDB leaves out are asked for again.
 *
 * @throws AppError `unavailable` when keys stay unprocessed.
 */
export async function batchGet(table: Table, keys: readonly Key[], ask: AskBatch = askBatch): Promise<ItemsByKey> {
  const unique = new Map(keys.map((key) => [keyText(key), key]));
  const wanted = [...unique.values()];
  const found = new Map<string, Item>();
  for (let start = 0; start < wanted.length; start += batchSize) {
    await readBatch(table, wanted.slice(start, start + batchSize), found, ask);
  }
  return { get: (key) => found.get(keyText(key)) };
}

const askBatch: AskBatch = async (table, keys) => {
  const reply = await table.client.send(
    new BatchGetCommand({ RequestItems: { [table.name]: { Keys: [...keys], ConsistentRead: true } } }),
  );
  return {
    items: reply.Responses?.[table.name] ?? [],
    pending: reply.UnprocessedKeys?.[table.name]?.Keys ?? [],
  };
};

async function readBatch(table: Table, keys: readonly Key[], found: Map<string, Item>, ask: AskBatch): Promise<void> {
  let pending: readonly Item[] = keys.map((key) => ({ ...key }));
  for (let attempt = 0; pending.length > 0; attempt++) {
    if (attempt === attempts) throw new AppError('unavailable', 'The store is busy; try again.');
    if (attempt > 0) await sleep(Math.random() * 20 * 2 ** attempt);
    const reply = await ask(table, pending);
    for (const item of reply.items) found.set(keyText({ pk: String(item['pk']), sk: String(item['sk']) }), item);
    pending = reply.pending;
  }
}
