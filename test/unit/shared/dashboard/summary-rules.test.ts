import { describe, expect, it } from 'vitest';
import { summarize } from '../../../../shared/dashboard/summary-rules.ts';

const nothing = {
  fraudIntercepted: { total: 0, byCategory: {} },
  ordersStopped: { total: 0, byReason: {} },
  protectedAmounts: [],
  prevented: { orders: 0, amounts: [] },
};

describe('summarize', () => {
  it('shows every date, zeros too, in their order', () => {
    const { days, totals } = summarize([], ['2026-11-21', '2026-11-22']);
    expect(days).toEqual([
      { date: '2026-11-21', ...nothing },
      { date: '2026-11-22', ...nothing },
    ]);
    expect(totals).toEqual(nothing);
  });

  it('makes one day of the two that a changed zone gives one date, and leaves out other dates', () => {
    const records = [
      { date: '2026-11-20', counted: { 'fraud#abusive_review': '1', 'amount#USD': '999' } },
      { date: '2026-11-21', counted: { 'fraud#abusive_review': '2', 'amount#USD': '0.1', 'amount#JPY': '500' } },
      {
        date: '2026-11-21',
        counted: { 'fraud#malicious_refund': '1', 'stopped#other': '3', 'amount#USD': '0.2', 'prevented#USD': '5' },
      },
      {
        date: '2026-11-22',
        counted: {
          'fraud#abusive_review': '1',
          'stopped#harassment': '1',
          'amount#KWD': '1.5',
          'prevented#USD': '0.05',
        },
      },
    ];
    const { days, totals } = summarize(records, ['2026-11-21', '2026-11-22']);
    expect(days[0]).toEqual({
      date: '2026-11-21',
      fraudIntercepted: { total: 3, byCategory: { abusive_review: 2, malicious_refund: 1 } },
      ordersStopped: { total: 3, byReason: { other: 3 } },
      protectedAmounts: [
        { value: '500', currency: 'JPY' },
        { value: '0.30', currency: 'USD' },
      ],
      prevented: { orders: 3, amounts: [{ value: '5.00', currency: 'USD' }] },
    });
    expect(totals).toEqual({
      fraudIntercepted: { total: 4, byCategory: { abusive_review: 3, malicious_refund: 1 } },
      ordersStopped: { total: 4, byReason: { harassment: 1, other: 3 } },
      protectedAmounts: [
        { value: '500', currency: 'JPY' },
        { value: '1.500', currency: 'KWD' },
        { value: '0.30', currency: 'USD' },
      ],
      prevented: { orders: 4, amounts: [{ value: '5.05', currency: 'USD' }] },
    });
  });

  it('takes categories that are names of the language for categories', () => {
    const { totals } = summarize([{ date: 'd', counted: { 'fraud#constructor': '2', 'fraud#__proto__': '1' } }], ['d']);
    expect(totals.fraudIntercepted.total).toBe(3);
    expect(Object.entries(totals.fraudIntercepted.byCategory)).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });
});
