import { minorUnits } from '../kernel/words/currencies.ts';

/** A decimal number without floating point: `units` times ten to the power of minus `scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** As DynamoDB writes a number; engines differ in whether large and small ones have an exponent. */
const decimalText = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * The exact sum of decimals, with `digits` digits behind the point or as many more as it needs, e.g. `0.30`.
 *
 * @throws Error for what is no decimal.
 */
export function sumDecimals(values: readonly string[], digits: number): string {
  const decimals = values.map(toDecimal);
  const scale = Math.max(digits, ...decimals.map((decimal) => decimal.scale));
  const units = decimals.reduce((sum, decimal) => sum + decimal.units * 10n ** BigInt(scale - decimal.scale), 0n);
  return toText({ units, scale }, digits);
}

const digitsOf = new Map(
  Object.entries(minorUnits).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
);

/** Digits behind the point of a currency's amounts: 2 for USD and what nobody knows, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return digitsOf.get(currency) ?? 2;
}

function toDecimal(text: string): Decimal {
  const [, sign, whole, fraction = '', exponent = '0'] = decimalText.exec(text) ?? [];
  if (whole === undefined) throw new Error('A stored amount is no decimal number.');
  const units = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

function toText({ units, scale }: Decimal, digits: number): string {
  const text = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text
    .slice(text.length - scale)
    .replace(/0+$/, '')
    .padEnd(digits, '0');
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
