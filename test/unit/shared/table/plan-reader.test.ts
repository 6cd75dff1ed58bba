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

describe('createPlanReader', () => {
  it('asks nothing of the table for nothing to read', async () => {
    const table = scriptedTable(() => ({}));
    const reader = createPlanReader(table);
    expect(await reader.read(nothingToRead)).toBeUndefined();
    expect(await reader.readSettled(nothingToRead)).toBeUndefined();
    expect(table.sent).toEqual([]);
  });

  it('reads settled items in one transaction, each key once', async () => {
    const table = scriptedTable(() => ({ Responses: [{ Item: item('A', 1) }, {}] }));
    const plan = combineReads({ a: valueOf('A'), again: valueOf('A'), gone: valueOf('B') });
    expect(await createPlanReader(table).readSettled(plan)).toEqual({ a: 1, again: 1, gone: undefined });
    expect(table.sent.map(({ name, input }) => [name, input['TransactItems']])).toEqual([
      ['TransactGetCommand', ['A', 'B'].map((name) => ({ Get: { TableName: 'ssc-test', Key: keyOf(name) } }))],
    ]);
  });
});
