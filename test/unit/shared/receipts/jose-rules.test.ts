import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { base64url, joseSignature } from '../../../../shared/receipts/jose-rules.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const derOf = (message: Buffer) => sign('sha256', message, { key: privateKey, dsaEncoding: 'der' });
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('joseSignature', () => {
  it('writes the two numbers of any signature side by side, short ones too', () => {
    // One in 256 has a number that is a byte shorter.
    for (let index = 0; index < 2_000; index++) {
      const message = Buffer.from(`message ${index}`);
      const signature = joseSignature(derOf(message));
      expect(signature).toHaveLength(64);
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
    }
  });

  it('fills small numbers with zeros in front, and drops the one that DER has in front of large ones', () => {
    const large = `00${'ff'.repeat(32)}`;
    const signature = joseSignature(bytes(`3026${'020101'}${`0221${large}`}`));
    expect(Buffer.from(signature).toString('hex')).toBe(`${'00'.repeat(31)}01${'ff'.repeat(32)}`);
  });

  it.each([
    ['nothing', ''],
    ['no sequence', '3106020101020101'],
    ['a wrong length', '3007020101020101'],
    ['something behind it', '300602010102010100'],
    ['one number', '3003020101'],
    ['three numbers', '3009020101020101020101'],
    ['no number', '3006030101020101'],
    ['an empty number', '30050200020101'],
    ['a negative number', '3006020180020101'],
    ['a number with a zero too many', '300702020001020101'],
    ['a number of 33 bytes', `3026022101${'00'.repeat(32)}020101`],
  ])('refuses %s', (_what, hex) => {
    expect(() => joseSignature(bytes(hex))).toThrow('no ECDSA signature');
  });
});

describe('base64url', () => {
  it('writes texts and bytes without padding', () => {
    expect(base64url('ÿ?')).toBe('w78_');
    expect(base64url(bytes('ff'))).toBe('_w');
  });
});
