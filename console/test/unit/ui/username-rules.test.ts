import { describe, expect, it } from 'vitest';
import { looksLike, partsOf, skeletonOf } from '../../../src/ui/username-rules.ts';

const marks = (username: string) =>
  partsOf(username).flatMap(({ mark, codePoint }) => (mark ? [`${mark} ${codePoint}`] : []));

describe('partsOf', () => {
  it.each([
    'anna_smith',
    'Jöhn Doe',
    '李小龙',
    'สมชาย',
    'محمد علي',
    'Анна',
    'Ελένη',
    'Søren Ægir',
    '๑๒๓',
    'anna 👩‍🚀',
    '❤️love',
    '👍🏽ok',
  ])('leaves %s as it is', (username) => {
    expect(partsOf(username)).toEqual([{ text: username }]);
  });

  it.each([
    ['zero\u200bwidth', 'invisible U+200B'],
    ['direction\u202egpj', 'invisible U+202E'],
    ['filler\u3164', 'invisible U+3164'],
    ['\ufe0fselector', 'invisible U+FE0F'],
    ['blank ', 'space U+0020'],
    [' blank', 'space U+0020'],
    ['two  blanks', 'space U+0020'],
    ['hard\u00a0blank', 'space U+00A0'],
    ['pаypal', 'look_alike U+0430'],
    ['αlpha', 'look_alike U+03B1'],
    ['ｗide', 'look_alike U+FF57'],
    ['𝐛old', 'look_alike U+1D41B'],
    ['Ꮞuser', 'look_alike U+13CE'],
    ['user๐', 'look_alike U+0E50'],
  ])('marks what is odd in %j', (username, mark) => {
    expect(marks(username)).toEqual([mark]);
  });

  it('marks a name of nothing but look-alikes', () => {
    expect(marks('сосо')).toHaveLength(4);
  });

  it('keeps every code point', () => {
    const username = ' a\u200bа👩‍🚀 ';
    expect(
      partsOf(username)
        .map(({ text }) => text)
        .join(''),
    ).toBe(username);
  });
});

describe('looksLike', () => {
  it.each([
    ['paypal', 'pаypal'],
    ['anna1', 'annal'],
    ['anna_', 'anna\u200b_'],
    ['modern', 'modem'],
    ['Zoé', 'Zoe'],
    ['b0b', 'Bob'],
    ['mira', 'ｍｉｒａ'],
    ['scope', 'ѕсоре'],
    ['HOTEL', 'НОТЕL'],
  ])('takes %j for %j', (one, other) => {
    expect(looksLike(one, other)).toBe(true);
  });

  it.each([
    ['anna', 'anna'],
    ['anna', 'hanna'],
    ['anna_1', 'anna_2'],
  ])('does not take %j for %j', (one, other) => {
    expect(looksLike(one, other)).toBe(false);
  });

  it('has a skeleton for a name of nothing that is seen', () => {
    expect(skeletonOf('\u200b\u3164')).toBe('');
  });
});
