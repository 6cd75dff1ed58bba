import { describe, expect, it } from 'vitest';
import { renderTable } from '../../../ops/text-table.ts';

describe('renderTable', () => {
  it('makes columns as wide as their widest cell, and ends no line with blanks', () => {
    const rows = [
      ['shop', 'blocks', 'note'],
      ['a-long-name', '1', ''],
      ['b', '12345678', 'x'],
    ];
    expect(renderTable(rows).split('\n')).toEqual([
      'shop         blocks    note',
      'a-long-name  1',
      'b            12345678  x',
    ]);
  });

  it('lets no cell print a line of its own, nor turn one round', () => {
    const rows = [
      ['shop', 'reason'],
      ['shop-1', 'pilot\nshop-2  active\u202e'],
    ];
    expect(renderTable(rows)).toBe('shop    reason\nshop-1  pilot\\nshop-2  active\\u202e');
  });

  it('takes rows that end early, and none', () => {
    expect(renderTable([['a', 'b'], ['longer']])).toBe('a       b\nlonger');
    expect(renderTable([])).toBe('');
  });
});
