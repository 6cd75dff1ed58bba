import { generateKeyPairSync, sign } from 'node:crypto';
import type { WaiverKey } from '../../../shared/contracts/http/receipts.ts';
import type { ReceiptSigner } from '../../../shared/receipts/sign-receipt.ts';
import { signDigest } from '../../../local/services/kms/sign-digest.ts';
import { signReceipt } from '../../../shared/receipts/sign-receipt.ts';
import { settleWaiver } from '../../../shared/waivers/rules.ts';
import { noon } from '../fakes/clock.ts';
import { buildWaiver } from './waiver.ts';

/** A key that signs as KMS does, with its public half as the API shows it. */
export function buildSigner(keyId = 'key-1'): { readonly signer: ReceiptSigner; readonly key: WaiverKey } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const secret = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  return {
    signer: { keyId, sign: async (digest) => signDigest(digest, secret) },
    key: { kty: 'EC', crv: 'P-256', x, y, kid: keyId, alg: 'ES256', use: 'sig' },
  };
}

/** A waiver that was granted a minute after it was asked for. */
export function buildGrantedWaiver() {
  const granted = settleWaiver(buildWaiver(), 'confirmed', noon + 60_000);
  if (!granted) throw new Error('A pending waiver is granted by its confirmation.');
  return granted;
}

export const issue = { issuer: 'ssc-test', shopId: 'shop-1', at: noon + 120_000 };

/** A receipt of that waiver. */
export function buildReceipt({ signer }: ReturnType<typeof buildSigner>): Promise<string> {
  return signReceipt(signer, buildGrantedWaiver(), issue);
}

/** A JWS of any header and payload, properly signed. */
export function signAnything(
  header: object,
  payload: string,
  key = generateKeyPairSync('ec', { namedCurve: 'P-256' }),
) {
  const signed = [JSON.stringify(header), payload].map((part) => Buffer.from(part).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(signed), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return { jws: `${signed}.${signature.toString('base64url')}`, publicKey: key.publicKey.export({ format: 'jwk' }) };
}
