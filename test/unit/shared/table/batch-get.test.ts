import { describe, expect, it } from 'vitest';
import { batchGet } from '../../../../shared/table/batch-get.ts';
import type { Key } from '../../../../shared/table/keys.ts';
import { scriptedTable } from '../../../builders/fakes/scripted-table.ts';
import type { SentCommand } from '../../../builders/fakes/scripted-table.ts';

const keys = Array.from({ length: 230 }, (_, index): Key => ({ pk: `p${index}`, sk: 's' }));
const asked = ({ input }: SentCommand) =>
  (input['RequestItems'] as Record<string, { Keys: Key[]; ConsistentRead: boolean }>)['ssc-test'] ?? {
    Keys: [],
    ConsistentRead: false,
  };
const reply = (found: readonly object[], left: readonly Key[] = []) => ({
  Responses: { 'ssc-test': found },
  ...(left.length > 0 ? { UnprocessedKeys: { 'ssc-test': { Keys: left } } } : {}),
});

describe('batchGet', () => {
  it('asks for each key once, strongly consistent, a hundred a round trip', async () => {
    const table = scriptedTable((command) => reply(asked(command).Keys));
    const items = await batchGet(table, [...keys, ...keys.slice(0, 50)]);
    expect(table.sent.map((command) => asked(command).Keys.length)).toEqual([100, 100, 30]);
    expect(table.sent.every((command) => asked(command).ConsistentRead)).toBe(true);
    expect(keys.every((key) => items.get(key) !== undefined)).toBe(true);
  });

  it('matches items by key, in whatever order they come and whatever is missing', async () => {
    const [a, b, c] = [
      { pk: '1', sk: 'x' },
      { pk: '1', sk: 'y' },
      { pk: '__proto__', sk: 'constructor' },
    ];
    const items = await batchGet(
      scriptedTable(() =>
        reply([
          { ...c, n: 3 },
          { ...a, n: 1 },
        ]),
      ),
      [a, b, c],
    );
    expect([items.get(a), items.get(b), items.get(c)]).toEqual([{ ...a, n: 1 }, undefined, { ...c, n: 3 }]);
  });

  it('asks again for just the keys that were left out', async () => {
    const table = scriptedTable((command, call) =>
      call < 3 ? reply(asked(command).Keys.slice(1), asked(command).Keys.slice(0, 2)) : reply(asked(command).Keys),
    );
    const items = await batchGet(table, keys.slice(0, 4));
    expect(table.sent.map((command) => asked(command).Keys.length)).toEqual([4, 2, 2]);
    expect(keys.slice(0, 4).every((key) => items.get(key) !== undefined)).toBe(true);
  });

  it('is unavailable when keys stay unprocessed, rather than taking them for absent', async () => {
    const table = scriptedTable((command) => reply([], asked(command).Keys));
    await expect(batchGet(table, keys.slice(0, 1))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('asks for nothing when there is nothing to ask', async () => {
    const table = scriptedTable(() => ({}));
    expect((await batchGet(table, [])).get({ pk: 'a', sk: 'b' })).toBeUndefined();
    expect(table.sent).toEqual([]);
  });
});
