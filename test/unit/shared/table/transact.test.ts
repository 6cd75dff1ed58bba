import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { transact } from '../../../../shared/table/transact.ts';
import type { Write, Writes } from '../../../../shared/table/transact.ts';
import { scriptedTable } from '../../../builders/fakes/scripted-table.ts';

const key = { pk: 'a', sk: 'b' };
const writes: Writes<'first' | 'second' | 'third'> = {
  first: { put: { ...key, x: 1 } },
  second: undefined,
  third: { check: { pk: 'c', sk: 'd' }, condition: { expression: 'x = :x', values: { ':x': 1 } } },
};
const cancelled = (...codes: (string | [string, Record<string, unknown>])[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((code) =>
      typeof code === 'string' ? { Code: code } : { Code: code[0], Item: marshall(code[1]) },
    ),
  });
/** Fails with each error in turn, then commits. */
function failing(...errors: readonly unknown[]) {
  return scriptedTable((_, call) => {
    const error = errors[call - 1];
    if (error !== undefined) throw error;
    return {};
  });
}
const tokens = (table: ReturnType<typeof failing>) => table.sent.map(({ input }) => input['ClientRequestToken']);

describe('transact', () => {
  it('sends what is to be written, the table named, and old items asked for', async () => {
    const table = failing();
    const all: Record<string, Write> = {
      put: { put: { ...key, x: 1 }, condition: { expression: 'attribute_not_exists(pk)' } },
      update: {
        update: key,
        expression: 'SET #a = :a',
        names: { '#a': 'a' },
        values: { ':a': 1 },
        condition: { expression: '#b = :b', names: { '#b': 'b' }, values: { ':b': 2 } },
      },
      delete: { delete: key },
      check: { check: key, condition: { expression: 'attribute_exists(pk)' } },
    };
    expect(await transact(table, all)).toEqual({ type: 'committed' });
    const common = { TableName: 'ssc-test', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
    expect(table.sent[0]?.input['TransactItems']).toEqual([
      { Put: { ...common, Item: { ...key, x: 1 }, ConditionExpression: 'attribute_not_exists(pk)' } },
      {
        Update: {
          ...common,
          Key: key,
          UpdateExpression: 'SET #a = :a',
          ConditionExpression: '#b = :b',
          ExpressionAttributeNames: { '#a': 'a', '#b': 'b' },
          ExpressionAttributeValues: { ':a': 1, ':b': 2 },
        },
      },
      { Delete: { ...common, Key: key } },
      { ConditionCheck: { ...common, Key: key, ConditionExpression: 'attribute_exists(pk)' } },
    ]);
  });

  it('leaves out writes that there are not, and still names the refused ones right', async () => {
    const table = failing(cancelled('None', ['ConditionalCheckFailed', { ...key, x: 2 }]));
    expect(await transact(table, writes)).toEqual({ type: 'refused', refused: { third: { ...key, x: 2 } } });
    expect(table.sent[0]?.input['TransactItems']).toHaveLength(2);
  });

  it('names a refused write whose item is not there', async () => {
    expect(await transact(failing(cancelled('ConditionalCheckFailed', 'None')), writes)).toEqual({
      type: 'refused',
      refused: { first: undefined },
    });
  });

  it('takes a refusal for the answer though others merely conflicted, and never repeats it', async () => {
    const table = failing(cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    expect(await transact(table, writes)).toMatchObject({ type: 'refused' });
    expect(table.sent).toHaveLength(1);
  });

  it.each([
    'TransactionConflict',
    'ThrottlingError',
    'ProvisionedThroughputExceeded',
  ])('repeats %s with the same token', async (code) => {
    const table = failing(cancelled(code, 'None'), cancelled('None', code));
    expect(await transact(table, writes)).toEqual({ type: 'committed' });
    expect(table.sent).toHaveLength(3);
    expect(new Set(tokens(table))).toHaveLength(1);
  });

  it.each([
    'TransactionConflictException',
    'TransactionInProgressException',
  ])('repeats %s with the same token', async (name) => {
    const table = failing(Object.assign(new Error(name), { name }));
    expect(await transact(table, writes)).toEqual({ type: 'committed' });
    expect(new Set(tokens(table))).toHaveLength(1);
  });

  it('takes a new token for each transaction', async () => {
    const table = failing();
    await transact(table, writes);
    await transact(table, writes);
    expect(new Set(tokens(table))).toHaveLength(2);
  });

  it.each([
    new Error('broken'),
    Object.assign(new Error('gone'), { name: 'ResourceNotFoundException' }),
    cancelled('ValidationError', 'None'),
    new TransactionCanceledException({ message: 'no reasons', $metadata: {} }),
  ])('does not repeat what no repetition mends: %s', async (error) => {
    const table = failing(error);
    await expect(transact(table, writes)).rejects.toBe(error);
    expect(table.sent).toHaveLength(1);
  });

  it('is unavailable when conflicts outlast the budget, which it keeps', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      // Each attempt takes a second of the five that there are.
      const table = scriptedTable(() => {
        vi.advanceTimersByTime(1000);
        throw cancelled('TransactionConflict');
      });
      await expect(transact(table, writes)).rejects.toMatchObject({ code: 'unavailable' });
      expect([4, 5]).toContain(table.sent.length);
      const hurried = scriptedTable(() => {
        vi.advanceTimersByTime(1000);
        throw cancelled('TransactionConflict');
      });
      await expect(transact(hurried, writes, { retryForMilliseconds: 2500 })).rejects.toMatchObject({
        code: 'unavailable',
      });
      expect([2, 3]).toContain(hurried.sent.length);
    } finally {
      vi.useRealTimers();
    }
  });
});
