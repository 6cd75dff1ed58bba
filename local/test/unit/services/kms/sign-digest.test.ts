import { createHash, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signDigest } from '../../../../services/kms/sign-digest.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
const digestOf = (message: Buffer) => createHash('sha256').update(message).digest();

describe('signDigest', () => {
  it('makes signatures in DER that Node verifies over what was digested', () => {
    for (let index = 0; index < 300; index++) {
      const message = randomBytes(index);
      const signature = signDigest(digestOf(message), secret);
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'der' }, signature)).toBe(true);
    }
  });

  it('signs nothing else, and nothing twice alike', () => {
    const digest = digestOf(Buffer.from('one'));
    const signature = signDigest(digest, secret);
    expect(verify('sha256', Buffer.from('other'), publicKey, signature)).toBe(false);
    expect(signDigest(digest, secret)).not.toEqual(signature);
  });
});
