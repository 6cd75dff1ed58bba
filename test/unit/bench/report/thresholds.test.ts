import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../../bench/report/results.ts';
import { judge } from '../../../bench/report/thresholds.ts';

const file = new URL('../../../bench/results/bench.json', import.meta.url);
const load = (): Results => JSON.parse(readFileSync(file, 'utf8')) as Results;
const missed = (results: Results): readonly string[] =>
  judge(results)
    .filter(({ kept }) => !kept)
    .map(({ name }) => name);

describe('the thresholds of the bench', () => {
  it('name an operation that costs a unit more than the least and its reason account for', () => {
    const { operations, ...rest } = load();
    const dearer = Object.fromEntries(
      Object.entries(operations).map(([name, cost]) => [
        name,
        name === 'add block' ? { ...cost, readUnits: cost.least.readUnits + 3 } : cost,
      ]),
    );
    expect(missed({ ...rest, operations: dearer })).toContain('add block: read units');
    expect(missed({ ...rest, operations })).not.toContain('add block: read units');
  });

  it('name a list that costs more in a shop with more alerts', () => {
    const { growth, ...rest } = load();
    const [[name, lists] = ['', undefined]] = Object.entries(growth.lists);
    if (!lists) throw new Error('The last run measured no lists.');
    const more = { ...lists.many, cost: { ...lists.many.cost, readUnits: lists.few.cost.readUnits + 0.5 } };
    const grown = { ...growth, lists: { [name]: { ...lists, many: more } } };
    expect(missed({ ...rest, growth: grown })).toContain(`${name}: units at ${lists.many.label}`);
  });

  it('name a lookup that takes another time for a buyer of another shop than for nobody, longer or shorter', () => {
    const taking = (p50: number) => {
      const toNobody = { p50Milliseconds: p50, p99Milliseconds: 1 };
      const figures = { p50Milliseconds: 2.5, p99Milliseconds: 4, toNobody };
      return missed({ ...load(), lookups: { 'by username: a buyer of another shop': figures } });
    };
    const name = 'lookup by username: a buyer of another shop: p50, to nobody';
    for (const p50 of [1.04, 0.96]) expect(taking(p50)).toContain(name);
    expect(taking(1.01)).not.toContain(name);
  });

  it('take what was not measured for missed', () => {
    const { decisions, ...rest } = load();
    expect(missed({ ...rest, decisions: { ...decisions, scenarios: {} } })).toContain(
      'CPU of an allowance, to the floor',
    );
  });
});
