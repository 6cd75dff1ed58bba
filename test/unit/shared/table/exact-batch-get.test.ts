import type { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/table/client.ts';
import { batchGetExact } from '../../../../shared/table/exact-batch-get.ts';
import { preventedKey } from '../../../../shared/table/keys.ts';

const [one, two] = [preventedKey('s', 'one'), preventedKey('s', 'two')];
const wire = ({ pk, sk }: typeof one) => ({ pk: { S: pk }, sk: { S: sk } });

describe('batchGetExact', () => {
  it('hands numbers over as texts, with all their digits, and asks again for what was left out', async () => {
    const asked: unknown[] = [];
    const replies = [
      {
        Responses: { t: [{ ...wire(one), sum: { N: '12345678901234567890.000001' } }] },
        UnprocessedKeys: { t: { Keys: [wire(two)] } },
      },
      { Responses: { t: [{ ...wire(two), sum: { N: '1' }, at: { S: 'x' } }] } },
    ];
    const send = async (command: BatchGetItemCommand) => {
      asked.push(command.input.RequestItems?.['t']);
      return replies.shift();
    };
    const items = await batchGetExact({ name: 't', client: { send } } as unknown as Table, [one, two]);
    expect(items.get(one)).toMatchObject({ sum: '12345678901234567890.000001' });
    expect(items.get(two)).toMatchObject({ sum: '1', at: 'x' });
    expect(asked).toEqual([
      { Keys: [wire(one), wire(two)], ConsistentRead: true },
      { Keys: [wire(two)], ConsistentRead: true },
    ]);
  });
});
