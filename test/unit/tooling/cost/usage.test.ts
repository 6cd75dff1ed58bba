import { expect, it } from 'vitest';
import prices from '../../../tooling/cost/prices.json' with { type: 'json' };
import { dollarsByService, dollarsOf, sum, times } from '../../../tooling/cost/usage.ts';

it('charges for what was used, by the price of each', () => {
  expect(dollarsOf({ readUnits: 1e6, writeUnits: 2e6, mails: 1000 })).toBeCloseTo(0.125 + 1.25 + 0.1);
  expect(dollarsOf({})).toBe(0);
});

it('adds and multiplies', () => {
  expect(sum({ readUnits: 1, mails: 2 }, { readUnits: 3 }, {})).toEqual({ readUnits: 4, mails: 2 });
  expect(times(3, { readUnits: 2 })).toEqual({ readUnits: 6 });
});

it('says which service costs most', () => {
  expect(dollarsByService({ busEvents: 1e6, schedules: 1e6, writeUnits: 1e6 })).toEqual([
    ['EventBridge', 2],
    ['DynamoDB', 0.625],
  ]);
});

it('knows on which day its prices were entered, and for what each is', () => {
  expect(prices.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const { per, price, what, service } of Object.values(prices.dollars)) {
    expect(per).toBeGreaterThan(0);
    expect(price).toBeGreaterThan(0);
    expect(`${service}: ${what}`).toMatch(/^[A-Z].+: .+/);
  }
});
