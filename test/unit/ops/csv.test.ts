import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../ops/csv.ts';

const cells = (text: string) => parseCsv(text).map((record) => record.cells);

describe('CSV', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\uFEFFa,b\n', [['a', 'b']]],
    [
      'a,,\n,b,',
      [
        ['a', '', ''],
        ['', 'b', ''],
      ],
    ],
    [
      '"a,b","c ""d"" e","f\r\ng"\nh,"",i',
      [
        ['a,b', 'c "d" e', 'f\r\ng'],
        ['h', '', 'i'],
      ],
    ],
    [' a , b ', [[' a ', ' b ']]],
    ['a\rb,c', [['a\rb', 'c']]],
    ['a\n\n\r\nb\n\n', [['a'], ['b']]],
    ['', []],
    ['"""",x', [['"', 'x']]],
  ])('reads %j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('knows the line on which each record begins', () => {
    expect(parseCsv('h\n"a\nb\nc"\n\nd').map(({ line }) => line)).toEqual([1, 2, 6]);
  });

  it.each([
    ['a"b,c', 'a quote stands inside'],
    ['x,"a"b', 'something stands behind'],
    ['"a" ,b', 'something stands behind'],
    ['"a,b', 'does not end'],
  ])('finds the fault of %j, and reads on at the next line', (wrong, problem) => {
    const [header, faulty, ...more] = parseCsv(`h,i\n${wrong}\nc,d\n`);
    expect(header?.cells).toEqual(['h', 'i']);
    expect(faulty).toMatchObject({ line: 2, problem: expect.stringContaining(problem) });
    expect(more).toEqual([{ line: 3, cells: ['c', 'd'] }]);
  });
});
