import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { exactNumber } from '../../../../shared/table/exact-number.ts';

describe('exactNumber', () => {
  it.each(['0.1', '12345678901234567890.12', '-3', '9007199254740993'])('keeps %s as it is', (decimal) => {
    const item = marshall({ amount: exactNumber(decimal) });
    expect(item).toEqual({ amount: { N: decimal } });
    expect(unmarshall(item, { wrapNumbers: true })).toEqual({ amount: { value: decimal } });
  });
});
