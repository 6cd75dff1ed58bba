import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { readSettled } from '../../../../shared/table/settled-read.ts';
import { scriptedTable } from '../../../builders/fakes/scripted-table.ts';

const keys = [
  { pk: 'a', sk: '1' },
  { pk: 'b', sk: '2' },
];
const cancelled = () =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }],
  });

describe('readSettled', () => {
  it('answers items in the order of their keys, absent ones included', async () => {
    const table = scriptedTable(() => ({ Responses: [{}, { Item: { ...keys[1], x: 1 } }] }));
    expect(await readSettled(table, keys)).toEqual([undefined, { ...keys[1], x: 1 }]);
    expect(table.sent).toMatchObject([{ name: 'TransactGetCommand' }]);
  });

  it('asks for nothing when there is nothing to ask', async () => {
    const table = scriptedTable(() => ({}));
    expect(await readSettled(table, [])).toEqual([]);
    expect(table.sent).toEqual([]);
  });

  it('reads again while a transaction is under way', async () => {
    const table = scriptedTable((_, call) => {
      if (call < 3) throw cancelled();
      return { Responses: [{ Item: keys[0] }, {}] };
    });
    expect(await readSettled(table, keys)).toEqual([keys[0], undefined]);
  });

  it('is unavailable when transactions keep coming', async () => {
    const busy = scriptedTable(() => {
      throw cancelled();
    });
    await expect(readSettled(busy, keys)).rejects.toMatchObject({ code: 'unavailable' });
    expect(busy.sent).toHaveLength(8);
  });

  it('passes on any other error at once', async () => {
    const broken = scriptedTable(() => {
      throw new Error('broken');
    });
    await expect(readSettled(broken, keys)).rejects.toThrow('broken');
    expect(broken.sent).toHaveLength(1);
  });
});
