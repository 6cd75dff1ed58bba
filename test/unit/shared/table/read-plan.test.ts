import { describe, expect, it } from 'vitest';
import type { Key } from '../../../../shared/table/keys.ts';
import { createPlanReader } from '../../../../shared/table/plan-reader.ts';
import { combineReads, nothingToRead } from '../../../../shared/table/read-plan.ts';
import type { ReadPlan } from '../../../../shared/table/read-plan.ts';
import { scriptedTable } from '../../../builders/fakes/scripted-table.ts';

const keyOf = (name: string): Key => ({ pk: name, sk: name });
/** Reads one item's value. */
const valueOf = (name: string): ReadPlan<unknown> => ({
  keys: [keyOf(name)],
  decode: (items) => items.get(keyOf(name))?.['value'],
});
const item = (name: string, value: unknown) => ({ ...keyOf(name), value });

describe('combineReads', () => {
  const table = scriptedTable(() => ({ Responses: { 'ssc-test': [item('B', 2), item('A', 1)] } }));
  const combined = combineReads({
    one: valueOf('A'),
    both: combineReads({ other: valueOf('B'), again: valueOf('A') }),
    nobody: valueOf('C'),
    nothing: nothingToRead,
  });

  it('reads all plans in one round trip, each key once, and gives each its own', async () => {
    expect(await createPlanReader(table).read(combined)).toEqual({
      one: 1,
      both: { other: 2, again: 1 },
      nobody: undefined,
      nothing: undefined,
    });
    expect(table.sent.map(({ input }) => input)).toEqual([
      { RequestItems: { 'ssc-test': { Keys: ['A', 'B', 'C'].map(keyOf), ConsistentRead: true } } },
    ]);
  });
});
