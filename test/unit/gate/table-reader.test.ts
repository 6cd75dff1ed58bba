import { describe, expect, it } from 'vitest';
import { createTableReader } from '../../../shared/gate/table-reader.ts';
import { keyText, markerKey } from '../../../shared/table/keys.ts';
import { scriptedTable } from '../../builders/scripted-table.ts';

const keys = Array.from({ length: 120 }, (_, index) => markerKey('s', `b${index}`));
const first = keys[0] ?? markerKey('s', 'b0');
type Asked = { RequestItems: Record<string, { Keys: { pk: string; sk: string }[]; ConsistentRead: boolean }> };
const asked = (input: unknown) => (input as Asked).RequestItems['ssc-test'] ?? { Keys: [], ConsistentRead: false };
const failures: string[] = [];
const read = (table: ReturnType<typeof scriptedTable>, wanted = keys, milliseconds = 1000) =>
  createTableReader(table, (name) => failures.push(name)).read(wanted, AbortSignal.timeout(milliseconds));

describe('the reader of the gate', () => {
  it('reads one key with one strongly consistent GetItem', async () => {
    const table = scriptedTable(() => ({ Item: { ...first, x: 1 } }));
    expect([...(await read(table, [first, first]))]).toEqual([[keyText(first), { ...first, x: 1 }]]);
    expect(table.sent).toMatchObject([{ name: 'GetCommand', input: { ConsistentRead: true } }]);
    expect([
      ...(await read(
        scriptedTable(() => ({})),
        [first],
      )),
    ]).toEqual([[keyText(first), null]]);
  });

  it('reads more keys in batches of 100 at most, and matches what comes back in any order', async () => {
    const table = scriptedTable(({ input }) => ({
      Responses: {
        'ssc-test': asked(input)
          .Keys.filter((_, index) => index % 2 === 0)
          .reverse(),
      },
    }));
    const found = await read(table);
    expect(table.sent.map(({ input }) => asked(input).Keys.length).toSorted((a, b) => a - b)).toEqual([20, 100]);
    expect(table.sent.every(({ input }) => asked(input).ConsistentRead)).toBe(true);
    expect(found.size).toBe(120);
    expect([...found.values()].filter((item) => item !== null)).toHaveLength(60);
  });

  it('asks again for just the keys that were left unprocessed', async () => {
    const table = scriptedTable(({ input }, call) =>
      call === 1
        ? { Responses: {}, UnprocessedKeys: { 'ssc-test': { Keys: asked(input).Keys.slice(0, 2) } } }
        : { Responses: {} },
    );
    const found = await read(table, keys.slice(0, 5));
    expect(table.sent.map(({ input }) => asked(input).Keys.length)).toEqual([5, 2]);
    expect(found.size).toBe(5);
  });

  it('leaves out what stays unprocessed, and keeps the rest', async () => {
    const left = keys.slice(0, 2);
    const table = scriptedTable(() => ({ Responses: {}, UnprocessedKeys: { 'ssc-test': { Keys: left } } }));
    const alive = setTimeout(() => undefined, 5000);
    const found = await read(table, keys.slice(0, 3), 50);
    clearTimeout(alive);
    expect([...found.keys()]).toEqual(keys.slice(2, 3).map(keyText));
  });

  it('repeats a failed read, and never rejects', async () => {
    failures.length = 0;
    const table = scriptedTable((_, call) => {
      if (call < 3) throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
      return { Item: first };
    });
    expect((await read(table, [first])).size).toBe(1);
    expect(failures).toEqual(['ThrottlingException', 'ThrottlingException']);
  });

  it('ends at the deadline though the client does not notice it', async () => {
    failures.length = 0;
    const table = scriptedTable(() => new Promise(() => undefined));
    const alive = setTimeout(() => undefined, 5000);
    const started = performance.now();
    expect((await read(table, keys, 40)).size).toBe(0);
    clearTimeout(alive);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(failures).toEqual(['AbortError', 'AbortError']);
  });

  it('does not even ask after the deadline', async () => {
    const table = scriptedTable(() => ({}));
    expect((await createTableReader(table, () => undefined).read(keys, AbortSignal.abort())).size).toBe(0);
    expect(table.sent).toEqual([]);
  });
});
