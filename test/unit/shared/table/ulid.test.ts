import { describe, expect, it } from 'vitest';
import { idPattern } from '../../../../shared/kernel/ids.ts';
import { newUlid } from '../../../../shared/table/ulid.ts';

describe('newUlid', () => {
  it('makes IDs that sort in the order in which they were made, each one once', () => {
    const ids = Array.from({ length: 5000 }, () => newUlid());
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(5000);
    expect(ids.every((id) => id.length === 26 && idPattern.test(id))).toBe(true);
  });
});
