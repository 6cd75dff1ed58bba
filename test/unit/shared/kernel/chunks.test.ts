import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../../shared/kernel/chunks.ts';

describe('chunksOf', () => {
  it('keeps all values in their order, none above the size', () => {
    expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(chunksOf([], 2)).toEqual([]);
  });
});
