import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, printable } from '../../../ops/printable.ts';

describe('text of other people', () => {
  it.each([
    ['pilot\nshop-2  active', 'pilot\\nshop-2  active'],
    ['a\rb\tc', 'a\\rb\\tc'],
    ['\u202egnp.exe', '\\u202egnp.exe'],
    ['\u001b[2J\u0007\u0085', '\\u001b[2J\\u0007\\u0085'],
    ['a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
    ['a\u200bb\ufeff\u2066', 'a\\u200bb\\ufeff\\u2066'],
    ['\u{e0001}', '\\udb40\\udc01'],
    ['\ud800 \uffff', '\\ud800 \\uffff'],
    ['Zoë 李 \u{1f469} مرحبا', 'Zoë 李 \u{1f469} مرحبا'],
  ])('of %j stands in one line as %s', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('changes no JSON, and its line breaks are the command’s own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printed = printable(JSON.stringify({ text }, undefined, 2));
        expect(printed.split('\n')).toHaveLength(3);
        expect(JSON.parse(printed)).toEqual({ text });
      }),
    );
  });
});
