import { describe, expect, it } from 'vitest';
import { readOptions, wholeNumber } from '../../../../shared/command-line/read-options.ts';
import { UsageError } from '../../../../shared/command-line/usage-error.ts';

describe('readOptions', () => {
  const read = (...args: readonly string[]) =>
    readOptions({ args: [...args], options: { days: { type: 'string' } } }, 'report --help');

  it('reads what it knows', () => {
    expect(read('--days', '7').values).toEqual({ days: '7' });
  });

  it.each([
    ['--weeks', "Unknown option '--weeks'. See report --help."],
    ['more', "Unexpected argument 'more'"],
    ['--days', "Option '--days <value>' argument missing. See report --help."],
  ])('says in one sentence what is wrong with %s, and where all is told', (arg, message) => {
    expect(() => read(arg)).toThrow(UsageError);
    expect(() => read(arg)).toThrow(message);
  });
});

describe('wholeNumber', () => {
  const read = (text: string): number => wholeNumber('--days', text, 1, 90);

  it.each([
    ['1', 1],
    ['90', 90],
    ['007', 7],
  ])('takes %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(['0', '91', '', '-1', '1.5', '1e1', ' 1', '1234567890', 'x'])('refuses %j', (text) => {
    expect(() => read(text)).toThrow(`--days: must be a whole number from 1 to 90, not "${text}".`);
  });
});
