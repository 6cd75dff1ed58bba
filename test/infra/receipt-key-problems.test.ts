import { describe, expect, it } from 'vitest';
import { receiptKeyProblems } from '../../infra/receipt-key-problems.ts';

describe('receiptKeyProblems', () => {
  it('finds nothing wrong with keys of different names', () => {
    expect(receiptKeyProblems()).toEqual([]);
    expect(receiptKeyProblems({ present: 'b', retired: ['a'] })).toEqual([]);
  });

  it.each([
    { present: 'a', retired: ['a'] },
    { present: 'b', retired: ['a', 'a'] },
  ])('finds %j', (settings) => {
    expect(receiptKeyProblems(settings)).toEqual([
      'receiptKeys: a is there twice; a key that is retired signs no more',
    ]);
  });

  it('leaves what is no list to the schema', () => {
    expect(receiptKeyProblems({ present: 'a', retired: 'a' })).toEqual([]);
  });
});
