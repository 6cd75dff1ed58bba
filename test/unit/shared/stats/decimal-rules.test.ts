import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits, sumDecimals } from '../../../../shared/stats/decimal-rules.ts';

/** Units of 10⁻⁶, as text that may end in zeros: an oracle that never sees a point. */
const micros = fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n });
const toText = (units: bigint): string => {
  const text = (units < 0n ? -units : units).toString().padStart(7, '0');
  return `${units < 0n ? '-' : ''}${text.slice(0, -6)}.${text.slice(-6)}`;
};

describe('sumDecimals', () => {
  it.each([
    [['0.1', '0.2'], 2, '0.30'],
    [['12.5'], 2, '12.50'],
    [['12.345'], 2, '12.345'],
    [['0.10', '0.900'], 0, '1'],
    [['99999999999999.99', '0.01'], 2, '100000000000000.00'],
    [['123456789012345678901234567890.12345678', '0.00000001'], 2, '123456789012345678901234567890.12345679'],
    [['-0.05', '0.02'], 2, '-0.03'],
    [['-0.05', '0.05'], 2, '0.00'],
    [['1E+3', '2.5e-3'], 2, '1000.0025'],
    [['7'], 0, '7'],
    [['007.10'], 3, '7.100'],
    [[], 2, '0.00'],
    [[], 0, '0'],
  ])('adds %j with %i digits to %s', (values, digits, sum) => {
    expect(sumDecimals(values, digits)).toBe(sum);
  });

  it('adds any decimals as whole numbers would be added', () => {
    fc.assert(
      fc.property(fc.array(micros, { maxLength: 20 }), fc.integer({ min: 0, max: 8 }), (values, digits) => {
        const sum = sumDecimals(values.map(toText), digits);
        const [whole = '', fraction = ''] = sum.replace('-', '').split('.');
        const units = BigInt(`${whole}${fraction.slice(0, 6).padEnd(6, '0')}`) * (sum.startsWith('-') ? -1n : 1n);
        expect(units).toBe(values.reduce((total, value) => total + value, 0n));
        expect(fraction.length).toBeGreaterThanOrEqual(digits);
        if (fraction.length > digits) expect(fraction).not.toMatch(/0$/);
      }),
    );
  });

  it.each(['', 'NaN', 'Infinity', '1,5', '0x10', '1.', '.5', '1 2'])('refuses %j', (text) => {
    expect(() => sumDecimals([text], 2)).toThrow('no decimal');
  });
});

describe('minorDigits', () => {
  it.each([
    ['USD', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['XYZ', 2],
    // Where what shops print differs from ISO 4217.
    ['HUF', 2],
    ['IDR', 2],
    ['PKR', 2],
    ['COP', 2],
    ['AFN', 2],
    ['LBP', 2],
    ['IQD', 3],
    ['CLF', 4],
    ['UYW', 4],
    ['VND', 0],
    ['XAU', 0],
  ])('of %s is %i', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });
});
