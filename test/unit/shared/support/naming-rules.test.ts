import { describe, expect, it } from 'vitest';
import { idWords } from '../../../../shared/support/naming-rules.ts';

describe('words that could be IDs', () => {
  it('are whole, each once, whatever stands around them', () => {
    expect(idWords('Buyer 10 (w1), w1’s\tand "a_b".')).toEqual(['Buyer', '10', 'w1', 's', 'and', 'a_b']);
    expect(idWords('\nкупатель 買い手 …')).toEqual([]);
  });

  it('may have dashes around them, or be such', () => {
    expect(idWords('--w1-- _x')).toEqual(['--w1--', 'w1', '_x', 'x']);
    expect(idWords('a - b')).toEqual(['a', '-', 'b']);
  });

  it('have 64 characters at most', () => {
    expect(idWords(`${'9'.repeat(64)} ${'8'.repeat(65)}`)).toEqual(['9'.repeat(64)]);
  });
});
