import { expect, it } from 'vitest';
import recorded from '../bench/results/order-life.json' with { type: 'json' };
import { measureOrderLife } from '../bench/order-life/measure.ts';

it("costs the table what docs/cost.md reckons with, in each status of an order's life", async () => {
  const unitsOf = (statuses: Readonly<Record<string, { readonly readUnits: number; readonly writeUnits: number }>>) =>
    Object.entries(statuses).map(([status, { readUnits, writeUnits }]) => ({ status, readUnits, writeUnits }));
  expect(unitsOf(await measureOrderLife())).toEqual(unitsOf(recorded.statuses));
});
