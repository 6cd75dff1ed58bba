import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../src/lookup/difference-rules.ts';
import type { NamePart } from '../../../src/lookup/difference-rules.ts';

const marked = (parts: readonly NamePart[]) =>
  parts.map(({ text, isDifferent }) => (isDifferent ? `[${text}]` : text)).join('');
const compare = (one: string, other: string) => {
  const parts = differencesOf(one, other);
  return [marked(parts.one), marked(parts.other)];
};

describe('differencesOf', () => {
  it.each([
    ['mira.sews', 'Mira.Sews', '[m]ira.[s]ews', '[M]ira.[S]ews'],
    ['anna', 'anna', 'anna', 'anna'],
    ['anna', 'ana', 'an[n]a', 'ana'],
    ['paypal', 'pаypal', 'p[a]ypal', 'p[а]ypal'],
    ['modern', 'modem', 'mode[rn]', 'mode[m]'],
    ['ab\u200bc', 'abc', 'ab[\u200b]c', 'abc'],
    ['', 'x', '', '[x]'],
  ])('marks what %j and %j do not share', (one, other, left, right) => {
    expect(compare(one, other)).toEqual([left, right]);
  });

  it('takes what a reader sees as one character as one', () => {
    expect(compare('a\u0301x', 'ax')).toEqual(['[a\u0301]x', '[a]x']);
    expect(compare('👩‍🚀x', '👩x')).toEqual(['[👩‍🚀]x', '[👩]x']);
  });

  it('keeps both names whole, and what is not marked is the same in both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const parts = differencesOf(one, other);
        const whole = (side: readonly NamePart[]) => side.map(({ text }) => text).join('');
        const same = (side: readonly NamePart[]) => whole(side.filter(({ isDifferent }) => !isDifferent));
        expect([whole(parts.one), whole(parts.other)]).toEqual([one, other]);
        expect(same(parts.one)).toBe(same(parts.other));
      }),
    );
  });
});
