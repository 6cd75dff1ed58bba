import { describe, expect, it } from 'vitest';
import { idPattern } from '../../../../shared/kernel/ids.ts';

describe('an ID of the marketplace', () => {
  it.each(['1', '7494560109732334', 'a-b_C9', '__proto__', 'x'.repeat(64)])('may be %s', (id) => {
    expect(idPattern.test(id)).toBe(true);
  });

  it.each(['', 'x'.repeat(65), 'a#b', 'a|b', 'a b', 'a/b', 'a\n', 'é', '../x'])('may not be %j', (id) => {
    expect(idPattern.test(id)).toBe(false);
  });
});
