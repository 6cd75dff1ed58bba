import { describe, expect, it } from 'vitest';
import { joinParts, nextCursorOf } from '../../../src/transfer/file-rules.ts';

describe('the parts of an exported list', () => {
  it('become one file, with its mark and one header', () => {
    expect(joinParts(['\uFEFFa,b\r\n1,2\r\n', 'a,b\r\n3,4\r\n'])).toBe('\uFEFFa,b\r\n1,2\r\n3,4\r\n');
    expect(joinParts(['a,b\r\n'])).toBe('\uFEFFa,b\r\n');
  });

  it('lead on by their Link', () => {
    expect(nextCursorOf('</v1/shops/s/blocks/export?cursor=WyJz_-A>; rel="next"')).toBe('WyJz_-A');
    expect(nextCursorOf('</x>; rel="next"')).toBeUndefined();
    expect(nextCursorOf(null)).toBeUndefined();
  });
});
