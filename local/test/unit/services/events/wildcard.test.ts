import { describe, expect, it } from 'vitest';
import { compileWildcard } from '../../../../services/events/wildcard.ts';

describe('compileWildcard', () => {
  it.each([
    ['*', '', true],
    ['a*c', 'abbc', true],
    ['a*c', 'a\nc', true],
    ['a*c', 'abcd', false],
    ['a.c', 'abc', false],
    ['a.c(+)', 'a.c(+)', true],
    [String.raw`a\*c`, 'a*c', true],
    [String.raw`a\*c`, 'abc', false],
    [String.raw`a\\*`, String.raw`a\b`, true],
  ])('%s over %j is %s', (wildcard, text, matches) => {
    expect(compileWildcard(wildcard, 'detail.name')(text)).toBe(matches);
  });

  it.each([
    ['a**', 'detail.name has consecutive wildcards'],
    [String.raw`a\b`, 'detail.name has an invalid escape'],
    ['a\\', 'detail.name has an invalid escape'],
  ])('refuses %s as EventBridge does', (wildcard, problem) => {
    expect(() => compileWildcard(wildcard, 'detail.name')).toThrow(problem);
  });
});
