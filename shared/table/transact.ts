import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { AppError } from '../kernel/errors.ts';
import type { Table } from './client.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** An item as it was when its condition failed. */
export type OldItem = Readonly<Record<string, unknown>>;

/** Writes of one transaction by name, so that a refusal can be told by name. The table's name is filled in. */
export type Writes<Name extends string> = Readonly<Record<Name, Write | undefined>>;
export type Write =
  | { readonly put: OldItem; readonly condition?: Condition }
  | {
      readonly update: { pk: string; sk: string };
      readonly expression: string;
      readonly condition?: Condition;
      readonly names?: Names;
      readonly values?: Values;
    }
  | { readonly delete: { pk: string; sk: string }; readonly condition?: Condition }
  | { readonly check: { pk: string; sk: string }; readonly condition: Condition };
export type Names = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, unknown>>;
export interface Condition {
  readonly expression: string;
  readonly names?: Names;
  readonly values?: Values;
}

export type TransactionOutcome<Name extends string> =
  | { readonly type: 'committed' }
  /** Which conditions failed, each with the item that failed it (`undefined`: there is none). */
  | { readonly type: 'refused'; readonly refused: Readonly<Partial<Record<Name, OldItem | undefined>>> };

/** Reasons that say "again", not "no". */
const retryableReasons = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);
const retryableErrors = new Set(['TransactionConflictException', 'TransactionInProgressException']);

export interface TransactOptions {
  /** How long conflicts are retried; 5 s by default, within the API's 10 s. */
  readonly retryForMilliseconds?: number;
}

/**
 * One transaction, at most 100 writes. A conflict is not a refusal: it is retried with jitter and the same
 * token, so that an attempt whose answer was lost commits once. A refused condition is an answer
 * and comes back by name.
 *
 * @throws AppError `unavailable` when conflicts outlast the budget: nothing was written.
 */
export async function transact<Name extends string>(
  table: Table,
  writes: Writes<Name>,
  options: TransactOptions = {},
): Promise<TransactionOutcome<Name>> {
  const named = (Object.entries(writes) as [Name, Write | undefined][]).filter(
    (entry): entry is [Name, Write] => entry[1] !== undefined,
  );
  const command: TransactWriteCommandInput = {
    ClientRequestToken: randomUUID(),
    TransactItems: named.map(([, write]) => toTransactItem(table.name, write)),
  };
  const giveUpAt = performance.now() + (options.retryForMilliseconds ?? 5000);
  for (let attempt = 0; ; attempt++) {
    try {
      await table.client.send(new TransactWriteCommand(command));
      return { type: 'committed' };
    } catch (error) {
      const refused = refusals(error, named);
      if (refused) return { type: 'refused', refused };
      if (!isConflict(error)) throw error;
      const pause = Math.random() * Math.min(400, 10 * 2 ** attempt);
      if (performance.now() + pause > giveUpAt) {
        throw new AppError(
          'unavailable',
          'Too many writes at once. Nothing was changed; try again.',
          {},
          { cause: error },
        );
      }
      await sleep(pause);
    }
  }
}

function refusals<Name extends string>(
  error: unknown,
  named: readonly [Name, Write][],
): Partial<Record<Name, OldItem | undefined>> | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const refused: Partial<Record<Name, OldItem | undefined>> = {};
  for (const [index, reason] of (error.CancellationReasons ?? []).entries()) {
    const name = named[index]?.[0];
    if (reason.Code !== 'ConditionalCheckFailed' || name === undefined) continue;
    refused[name] = reason.Item ? unmarshall(reason.Item) : undefined;
  }
  return Object.keys(refused).length > 0 ? refused : undefined;
}

function isConflict(error: unknown): boolean {
  if (error instanceof TransactionCanceledException) {
    return (error.CancellationReasons ?? []).some((reason) => retryableReasons.has(reason.Code ?? ''));
  }
  return error instanceof Error && retryableErrors.has(error.name);
}

function toTransactItem(tableName: string, write: Write): TransactItem {
  const common = { TableName: tableName, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  const names = { ...('names' in write ? write.names : {}), ...write.condition?.names };
  const values = { ...('values' in write ? write.values : {}), ...write.condition?.values };
  const expressions = {
    ...(write.condition ? { ConditionExpression: write.condition.expression } : {}),
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
  if ('put' in write) return { Put: { ...common, ...expressions, Item: write.put } };
  if ('update' in write)
    return { Update: { ...common, ...expressions, Key: write.update, UpdateExpression: write.expression } };
  if ('delete' in write) return { Delete: { ...common, ...expressions, Key: write.delete } };
  return {
    ConditionCheck: { ...common, ...expressions, Key: write.check, ConditionExpression: write.condition.expression },
  };
}
