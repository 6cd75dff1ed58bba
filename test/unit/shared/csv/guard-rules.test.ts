import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guard, isGuarded, needsGuard, unguard } from '../../../../shared/csv/guard-rules.ts';

describe('a guarded text', () => {
  it.each([
    ['7311111111111111111', "'7311111111111111111"],
    ['=HYPERLINK("http://x")', `'=HYPERLINK("http://x")`],
    ["'twas", "''twas"],
    ['a\tb\r\nc', "'a\\tb\\r\nc"],
    ['C:\\temp', "'C:\\\\temp"],
    ['\u0000\u009f', "'\\u0000\\u009f"],
    ['', "'"],
  ])('%j is %j', (text, cell) => {
    expect(guard(text)).toBe(cell);
    expect(unguard(cell)).toBe(text);
  });

  it('is what it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unguard(guard(text))).toBe(text);
      }),
    );
  });

  it('is told by its apostrophe; any other cell was typed, and is taken as it is', () => {
    expect([isGuarded("'a"), isGuarded('a')]).toEqual([true, false]);
    expect(unguard('a\\tb')).toBe('a\\tb');
  });

  it('never begins as anything that a spreadsheet runs', () => {
    for (const first of ['=', '+', '-', '@', '\t', '\r', ' ', "'"]) {
      expect(needsGuard(`${first}x`), JSON.stringify(first)).toBe(true);
      expect(guard(`${first}x`)[0]).toBe("'");
    }
    expect(needsGuard('90_days')).toBe(false);
  });
});
