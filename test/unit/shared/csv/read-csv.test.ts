import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unguard } from '../../../../shared/csv/guard-rules.ts';
import { readCsv } from '../../../../shared/csv/read-csv.ts';
import { csvHeader, csvRows } from '../../../../shared/csv/write-csv.ts';
import { AppError } from '../../../../shared/kernel/errors.ts';

const problemOf = (text: string): unknown => {
  try {
    return readCsv(text);
  } catch (error) {
    return error instanceof AppError ? error.details.errors : error;
  }
};

describe('readCsv', () => {
  it.each([
    ['as RFC 4180 writes it', 'a,b\r\n1,"x,""y"\r\n'],
    ['with the mark of UTF-8', '\uFEFFa,b\r\n1,"x,""y"\r\n'],
    ['with line feeds, the last one missing', 'a,b\n1,"x,""y"'],
    ['with carriage returns', 'a,b\r1,"x,""y"\r'],
    ['with semicolons', 'a;b\r\n1;"x,""y"\r\n'],
    ['with tabs', 'a\tb\r\n1\t"x,""y"\r\n'],
    ['with empty lines', 'a,b\r\n\r\n1,"x,""y"\r\n,\r\n\r\n'],
  ])('reads a file %s', (_, text) => {
    expect(readCsv(text)).toEqual({ header: ['a', 'b'], rows: [['1', 'x,"y']] });
  });

  it('trims nothing, and keeps line breaks in quotes', () => {
    expect(readCsv('a,b\r\n x ,"1\r\n2\n3"\r\n').rows).toEqual([[' x ', '1\r\n2\n3']]);
  });

  it('keeps cells beyond the header, and takes rows that are short', () => {
    expect(readCsv('a,b\r\n1\r\n1,2,3\r\n').rows).toEqual([['1'], ['1', '2', '3']]);
  });

  it('has nothing of an empty file', () => {
    expect(readCsv('')).toEqual({ header: [], rows: [] });
  });

  it.each(['a,b\n1,"x\n2,y\n', 'a,b\n1,"x"y\n', 'a,b\n1,x"y\n'])('refuses %j with a sentence', (text) => {
    expect(problemOf(text)).toEqual([{ path: 'body', message: expect.stringMatching(/^is no CSV: line \d: /) }]);
  });

  it('reads what we write as it was', () => {
    const cells = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells), (rows) => {
        const columns = [0, 1, 2, 3].map((at) => ({
          name: `c${at}`,
          kind: 'text' as const,
          of: (row: readonly string[]) => row[at],
        }));
        const read = readCsv(csvHeader(columns) + csvRows(columns, rows));
        expect(read.rows.map((row) => row.filter((cell) => cell !== '').map(unguard))).toEqual(rows);
      }),
    );
  });
});
