import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonText, refusalText, toReasons } from '../../../../shared/risk-reasons/rules.ts';

describe('a reason', () => {
  it.each([
    ['order_inside_block', 'The order was placed while a block of your shop was in force that covers it.'],
    ['brand_new_signal_7', 'Brand new signal 7.'],
    ['x', 'X.'],
    ['_', 'Other.'],
    ['__proto__', 'Proto.'],
    ['constructor', 'Constructor.'],
  ])('of code %s reads: %s', (code, text) => {
    expect(reasonText(code)).toBe(text);
  });
});

describe('a refusal', () => {
  it.each([
    ['already_shipped', 'The order is on its way already.'],
    ['carrier_has_it', 'Carrier has it.'],
    ['other', 'It was not possible; the reason is not shown here.'],
    ['constructor', 'Constructor.'],
  ])('of code %s reads: %s', (code, text) => {
    expect(refusalText(code)).toBe(text);
  });
});

describe('reasons as they are shown', () => {
  it('keep their codes and order, each with its words', () => {
    expect(toReasons(['new_account', 'brand_new_signal_7', 'new_account'])).toEqual([
      { code: 'new_account', text: 'The account is new and has hardly any history.' },
      { code: 'brand_new_signal_7', text: 'Brand new signal 7.' },
      { code: 'new_account', text: 'The account is new and has hardly any history.' },
    ]);
    expect(toReasons([])).toEqual([]);
  });

  it.each([reasonText, refusalText])('are a sentence for any code: %o', (textOf) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abz_09'.split('')) }), (code) => {
        expect(textOf(code)).toMatch(/^[A-Z0-9].*\.$/);
        expect(textOf(code)).not.toContain('_');
      }),
    );
  });
});
