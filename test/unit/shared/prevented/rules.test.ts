import { describe, expect, it } from 'vitest';
import { amountToAdd, amountsOf } from '../../../../shared/prevented/rules.ts';

describe('amountToAdd', () => {
  it('is nothing for an order that came without an amount', () => {
    expect(amountToAdd(undefined)).toEqual({});
    expect(amountToAdd({ value: '1', currency: 'EUR' })).toEqual({ 'prevented#EUR': '1' });
  });
});

describe('amountsOf', () => {
  it('shows each currency with its own digits, sorted and exact, and nothing else that was counted', () => {
    const counted = {
      'prevented#USD': '12345678901234567890.1',
      'prevented#JPY': '500',
      'prevented#KWD': '1E1',
      'amount#USD': '9',
      orders: '3',
    };
    expect(amountsOf(counted)).toEqual([
      { value: '500', currency: 'JPY' },
      { value: '10.000', currency: 'KWD' },
      { value: '12345678901234567890.10', currency: 'USD' },
    ]);
  });
});
