import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactGetCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '../kernel/errors.ts';
import type { Item } from './batch-get.ts';
import type { Table } from './client.ts';
import type { Key } from './keys.ts';

const attempts = 8;

/**
 * Items in the order of their keys, at most 100, after every transaction that has begun on them: a plain read, however
 * consistent, can still show what a transaction under way is about to take.
 *
 * @throws AppError `unavailable` when transactions keep coming.
 */
export async function readSettled(table: Table, keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
  if (keys.length === 0) return [];
  const command = { TransactItems: keys.map((key) => ({ Get: { TableName: table.name, Key: { ...key } } })) };
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      const reply = await table.client.send(new TransactGetCommand(command));
      return (reply.Responses ?? []).map((response) => response.Item);
    } catch (error) {
      // A read has no condition that could fail: it is cancelled for conflicts and throttling alone.
      if (!(error instanceof TransactionCanceledException)) throw error;
      await sleep(Math.random() * Math.min(800, 20 * 2 ** attempt));
    }
  }
  throw new AppError('unavailable', 'Too many writes at once; try again.');
}
