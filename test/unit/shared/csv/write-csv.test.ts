import { describe, expect, it } from 'vitest';
import { csvHeader, csvRows } from '../../../../shared/csv/write-csv.ts';
import type { Column } from '../../../../shared/csv/write-csv.ts';

interface Row {
  readonly id?: string;
  readonly state: string | number;
}
const columns: readonly Column<Row>[] = [
  { name: 'id', kind: 'text', of: ({ id }) => id },
  { name: 'state', kind: 'word', of: ({ state }) => state },
];

describe('a CSV of ours', () => {
  it('begins with the mark of UTF-8 and the names of its columns', () => {
    expect(csvHeader(columns)).toBe('\uFEFFid,state\r\n');
  });

  it('guards texts, leaves words, and has empty cells for what is absent', () => {
    expect(csvRows(columns, [{ id: '73', state: 'open' }, { state: 7 }])).toBe("'73,open\r\n,7\r\n");
    expect(csvRows(columns, [])).toBe('');
  });

  it('guards a word that is not as harmless as it should be', () => {
    expect(csvRows(columns, [{ state: '=1+1' }])).toBe(",'=1+1\r\n");
  });

  it.each([
    ['a,b', `"'a,b"`],
    ['a"b', `"'a""b"`],
    ['a\nb', `"'a\nb"`],
    ['a;b', `"'a;b"`],
    ['a b', "'a b"],
  ])('quotes %j where a reader could part it', (id, cell) => {
    expect(csvRows(columns, [{ id, state: 'x' }])).toBe(`${cell},x\r\n`);
  });
});
