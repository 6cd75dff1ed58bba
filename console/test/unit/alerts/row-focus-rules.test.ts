import { describe, expect, it } from 'vitest';
import { rowAfter, rowAfterAnswer } from '../../../src/alerts/row-focus-rules.ts';

const ids = ['a', 'b', 'c'];

describe('rowAfter', () => {
  it.each([
    [undefined, 1, 'a'],
    [undefined, -1, 'a'],
    ['a', 1, 'b'],
    ['b', -1, 'a'],
    ['c', 1, 'c'],
    ['a', -1, 'a'],
    ['gone', 1, 'a'],
  ] as const)('from %s by %i is %s', (from, step, row) => {
    expect(rowAfter(ids, from, step)).toBe(row);
  });

  it('is none in an empty list', () => {
    expect(rowAfter([], 'a', 1)).toBe(undefined);
  });
});

describe('rowAfterAnswer', () => {
  const rows = (text: string) => [...text].map((id) => ({ id: id.toLowerCase(), canAct: id === id.toLowerCase() }));

  it('is the next that can be answered', () => {
    expect(rowAfterAnswer(rows('aBCd'), 'a')).toBe('d');
  });

  it('is the nearest before where none comes after', () => {
    expect(rowAfterAnswer(rows('abCD'), 'd')).toBe('b');
  });

  it('is none where nothing is left', () => {
    expect(rowAfterAnswer(rows('aB'), 'a')).toBe(undefined);
  });
});
