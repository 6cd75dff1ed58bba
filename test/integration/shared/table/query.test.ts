import { beforeEach, describe, expect, it } from 'vitest';
import { queryItems, queryPages } from '../../../../shared/table/query.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { interceptTable } from '../../../builders/engines/intercepted-table.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(engines())('a query of more than one answer, on %s', (engine) => {
  const table = useTable(engine);
  let reads = 0;
  const counting = interceptTable(table, (_command, perform) => {
    reads += 1;
    return perform();
  });
  const query = {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': 'p' },
    ConsistentRead: true,
  };
  const odd = {
    ...query,
    FilterExpression: 'isOdd = :yes',
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ':yes': true },
  };
  const keysOf = (items: readonly object[] = []) => items.map((item) => (item as { sk: string }).sk);

  beforeEach(async () => {
    reads = 0;
    const items = ['1', '2', '3', '4', '5'].map((sk) => ({ pk: 'p', sk, isOdd: Number(sk) % 2 === 1 }));
    await putItems(table, ...items, { pk: 'q', sk: '6', isOdd: true });
  });

  it('is read to its end, in order, empty answers in between included', async () => {
    expect(keysOf(await queryItems(counting, { ...query, Limit: 2 }))).toEqual(['1', '2', '3', '4', '5']);
    expect(reads).toBe(3);
    expect(keysOf(await queryItems(counting, { ...odd, Limit: 1 }))).toEqual(['1', '3', '5']);
    expect(reads).toBeGreaterThanOrEqual(3 + 5);
  });

  it('ends with the items wanted, and reads no further', async () => {
    expect(keysOf(await queryItems(counting, query, 2))).toEqual(['1', '2']);
    expect(reads).toBe(1);
    expect(keysOf(await queryItems(counting, { ...odd, Limit: 2 }, 2))).toEqual(['1', '3']);
    expect(reads).toBe(1 + 2);
    expect(keysOf(await queryItems(counting, { ...odd, Limit: 5 }, 2))).toEqual(['1', '3']);
    expect(keysOf(await queryItems(counting, query, 9))).toEqual(['1', '2', '3', '4', '5']);
  });

  it('goes on behind a position, and stops where its reader does', async () => {
    const pages: string[][] = [];
    const from = { ...query, ScanIndexForward: false, Limit: 2, ExclusiveStartKey: { pk: 'p', sk: '5' } };
    for await (const { Items, LastEvaluatedKey } of queryPages(counting, from)) {
      pages.push(keysOf(Items));
      if (LastEvaluatedKey?.['sk'] === '3') break;
    }
    expect(pages).toEqual([['4', '3']]);
    expect(reads).toBe(1);
    expect(keysOf(await queryItems(counting, from))).toEqual(['4', '3', '2', '1']);
  });
});
