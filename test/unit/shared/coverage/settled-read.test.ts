import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { readSettled } from '../../../../shared/table/settled-read.ts';
import { scriptedTable } from '../../../builders/fakes/scripted-table.ts';

const conflict = () =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });
const keys = [
  { pk: 'A', sk: 'A' },
  { pk: 'B', sk: 'B' },
];

describe('readSettled', () => {
  it('answers in the order of the keys, absent items included', async () => {
    const table = scriptedTable(() => ({ Responses: [{ Item: { pk: 'A' } }, {}] }));
    expect(await readSettled(table, keys)).toEqual([{ pk: 'A' }, undefined]);
  });

  it('asks nothing for no keys', async () => {
    const table = scriptedTable(() => ({}));
    expect(await readSettled(table, [])).toEqual([]);
    expect(table.sent).toEqual([]);
  });

  it('waits for a transaction that is under way', async () => {
    const table = scriptedTable((_, call) => {
      if (call < 3) throw conflict();
      return { Responses: [{ Item: { pk: 'A' } }, {}] };
    });
    expect(await readSettled(table, keys)).toEqual([{ pk: 'A' }, undefined]);
  });

  it('gives up as unavailable when transactions keep coming', async () => {
    const table = scriptedTable(() => {
      throw conflict();
    });
    await expect(readSettled(table, keys)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('passes on every other failure', async () => {
    const table = scriptedTable(() => {
      throw new Error('no route');
    });
    await expect(readSettled(table, keys)).rejects.toThrow('no route');
  });
});
