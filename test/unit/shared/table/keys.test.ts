import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as keys from '../../../../shared/table/keys.ts';

const id = fc.string({ unit: fc.constantFrom(...'aZ09_-'.split('')), minLength: 1, maxLength: 8 });
/** Everything that makes a key of IDs; those that take a type, date or number are named apart below. */
const ofIds = Object.entries(keys).flatMap(([name, make]) =>
  name.endsWith('Key') && !['waiverKey', 'blockDayKey', 'feedEntryKey'].includes(name)
    ? [{ name, make: make as (...ids: string[]) => keys.Key, takes: (make as { length: number }).length }]
    : [],
);

describe('the keys of the table', () => {
  it('are there to be tried', () => {
    expect(ofIds.length).toBeGreaterThan(25);
  });

  it.each(ofIds)('$name tells every two sets of IDs apart', ({ make, takes }) => {
    const ids = fc.array(id, { minLength: takes, maxLength: takes });
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const same = one.join('#') === other.join('#');
        expect(keys.keyText(make(...one)) === keys.keyText(make(...other))).toBe(same);
      }),
    );
  });

  it('differ between any two kinds of item, whatever the IDs', () => {
    fc.assert(
      fc.property(fc.array(id, { minLength: 3, maxLength: 3 }), (ids) => {
        const texts = ofIds.map(({ make }) => keys.keyText(make(...ids)));
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
  });

  it('list a feed by number, as far as one can count', () => {
    const inOrder = [0, 1, 9, 10, 99_999, 1_000_000, 999_999_999_999_999];
    const sorts = inOrder.map((sequence) => keys.feedEntryKey('shop', sequence).sk);
    expect(sorts.toSorted()).toEqual(sorts);
  });

  it('put a buyer behind a prefix where they name an attribute', () => {
    expect(['pk', '__proto__'].map(keys.buyerAttribute)).toEqual(['b#pk', 'b#__proto__']);
  });
});
