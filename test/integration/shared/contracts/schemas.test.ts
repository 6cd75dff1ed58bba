import { describe, expect, it } from 'vitest';
import { keptNumber } from '../../../../shared/contracts/schemas.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';

const score = keptNumber(0, 100);
const key = { pk: 'a', sk: 'b' };

describe.each(engines())('a number of a contract on %s', (engine) => {
  const table = useTable(engine);

  it.each([
    0,
    1e-130,
    1.2345678901234567e-130,
    Number.EPSILON,
    0.1,
    1 / 3,
    99.99999999999999,
    100,
  ])('may be %d: the table gives it back as it is', async (number) => {
    expect(score.safeParse(number).success).toBe(true);
    await putItems(table, { ...key, number });
    expect(await readItem(table, key)).toMatchObject({ number });
  });

  it.each([Number.MIN_VALUE, 1e-200, 9.99e-131])('may not be %d, which the table does not take', async (number) => {
    expect(score.safeParse(number).success).toBe(false);
    await expect(putItems(table, { ...key, number })).rejects.toThrow(/underflow/i);
  });
});
