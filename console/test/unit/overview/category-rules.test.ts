import { describe, expect, it } from 'vitest';
import { mostFirst, plainCode } from '../../../src/overview/category-rules.ts';

describe('mostFirst', () => {
  it('puts the most first, and leaves out what counts nothing', () => {
    const counts = { review: 1, refund: 4, order: 1, none: 0 };
    expect(mostFirst(counts).map(({ code }) => code)).toEqual(['refund', 'order', 'review']);
  });

  it('counts a category that every object has', () => {
    expect(mostFirst(JSON.parse('{"__proto__": 2}') as Record<string, number>)).toEqual([
      { code: '__proto__', count: 2 },
    ]);
  });
});

describe('plainCode', () => {
  it.each([
    ['promo_abuse', 'Promo abuse'],
    ['fraud', 'Fraud'],
    ['__', '__'],
  ])('says %s as %s', (code, words) => expect(plainCode(code)).toBe(words));
});
