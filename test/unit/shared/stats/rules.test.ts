import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumAmounts, sumCounts } from '../../../../shared/stats/rules.ts';

describe('sumCounts', () => {
  it('sums by name', () => {
    expect(sumCounts([])).toEqual({});
    expect(sumCounts([{ a: 1 }, { a: 2, b: 1 }])).toEqual({ a: 3, b: 1 });
  });
});

describe('sumCounts, over any counts', () => {
  const counts = fc.array(fc.dictionary(fc.string(), fc.integer({ min: -1000, max: 1000 }), { noNullPrototype: true }));

  it('loses and adds nothing, whatever the names are, and does not care for the order', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const sums = sumCounts(all);
        const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
        expect(total(Object.values(sums))).toBe(total(all.flatMap(Object.values)));
        expect(new Set(Object.keys(sums))).toEqual(new Set(all.flatMap(Object.keys)));
        expect(sumCounts(all.toReversed())).toEqual(sums);
      }),
    );
  });
});

describe('sumAmounts', () => {
  it('adds decimals exactly, each under its own name', () => {
    const all = [{ 'prevented#EUR': '0.1' }, {}, { 'prevented#EUR': '0.2', 'prevented#JPY': '9'.repeat(18) }];
    expect(sumAmounts(all)).toEqual({ 'prevented#EUR': '0.3', 'prevented#JPY': '9'.repeat(18) });
    expect(sumAmounts([])).toEqual({});
  });
});
