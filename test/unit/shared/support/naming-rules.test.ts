import { describe, expect, it } from 'vitest';
import { namedIn } from '../../../../shared/support/naming-rules.ts';

const id = '7021444411112222333';

describe('an ID in a text', () => {
  it.each([
    `it was ${id}.`,
    `buyer-${id}`,
    `ID_${id}`,
    `${id}-b`,
    `buyer${id}`,
    `(${id})`,
    '７０２１４４４４１１１１２２２２３３３',
    '7 0 2 1 4 4 4 4 1 1 1 1 2 2 2 2 3 3 3',
    'order 5 7021 4444 1111 2222 333',
    '7021-4444-1111-2222-333',
    '7021.4444.1111.2222.333',
    '7021\n4444,1111/2222_333',
    id.split('').join('\u200b'),
    id.split('').join('\ufe0f\u20e3'),
    '٧٠٢١٤٤٤٤١١١١٢٢٢٢٣٣٣',
    '७०२१४४४४११११२२२२३३३',
    '𝟕𝟎𝟐𝟏𝟒𝟒𝟒𝟒𝟏𝟏𝟏𝟏𝟐𝟐𝟐𝟐𝟑𝟑𝟑',
    '①②③ ⑦⓪②①④④④④①①①①②②②②③③③',
  ])('is found however it is written: %s', (text) => {
    expect(namedIn(text, ['9', id])).toEqual([id]);
  });

  it.each([
    `1${id}`,
    `${id}0`,
    id.slice(1),
    id.slice(0, -1),
    id.split('').reverse().join(''),
    'an appeal that was upheld',
  ])('is not found in %s', (text) => {
    expect(namedIn(text, [id])).toEqual([]);
  });

  it('is a whole one, and a short one is told apart by case', () => {
    expect(namedIn('after 10 days, W1 and w10 and a stranger', ['1', 'w1', 'range'])).toEqual([]);
    expect(namedIn('she is number 1, or --w1--', ['1', 'w1'])).toEqual(['1', 'w1']);
    expect(namedIn('Buyer-10 is known', ['buyer-1'])).toEqual([]);
    expect(namedIn('BUYER 1 and sister_9', ['buyer-1', 'Sister-9', 'x'])).toEqual(['buyer-1', 'Sister-9']);
  });

  it('may be of other characters, or of names that every object has', () => {
    expect(namedIn('he is __proto__ - -', ['__proto__', '-', '--', '_'])).toEqual(['__proto__', '-']);
    expect(namedIn('купатель 買い手 …', ['a', '1', '-'])).toEqual([]);
  });
});
