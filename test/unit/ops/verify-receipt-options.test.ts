import { describe, expect, it } from 'vitest';
import { parseVerifyReceipt } from '../../../ops/verify-receipt-options.ts';

describe('the options of verify-receipt', () => {
  it('are the receipt, the keys, and how it is printed', () => {
    expect(parseVerifyReceipt(['receipt.jws', '--keys', 'keys.json'])).toEqual({
      receipt: 'receipt.jws',
      keys: 'keys.json',
      json: false,
    });
    expect(parseVerifyReceipt(['--json', '--keys=keys.json', 'r'])).toMatchObject({ receipt: 'r', json: true });
  });

  it('ask for help without a word, and with --help', () => {
    expect(parseVerifyReceipt([])).toBe('help');
    expect(parseVerifyReceipt(['receipt.jws', '--help'])).toBe('help');
  });

  it.each([
    [['--keys', 'k'], 'Say which receipt'],
    [['r'], 'Say by which keys'],
    [['r', 'more', '--keys', 'k'], '"more" is one word too many'],
    [['r', '--key', 'k'], 'verify-receipt --help'],
  ])('are refused as %j', (args, words) => {
    expect(() => parseVerifyReceipt(args)).toThrow(words);
  });
});
