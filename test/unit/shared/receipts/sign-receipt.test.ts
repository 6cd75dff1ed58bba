import { createPublicKey, verify } from 'node:crypto';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { receipt } from '../../../../shared/contracts/receipt.ts';
import { signReceipt } from '../../../../shared/receipts/sign-receipt.ts';
import { buildReceipt, buildSigner, issue } from '../../../builders/items/receipt.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';

const own = buildSigner();
const verifyByJose = async (jws: string | object) => {
  const key = await importJWK({ ...own.key }, 'ES256');
  return compactVerify(jws as string, key, { algorithms: ['ES256'] });
};

describe('a receipt, as jose sees it', () => {
  it('is a compact JWS that holds the waiver with its terms, and names its key', async () => {
    const { payload, protectedHeader } = await verifyByJose(await buildReceipt(own));
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'key-1', typ: 'waiver-receipt+jws' });
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    expect(claims).toEqual({
      version: 1,
      issuer: 'ssc-test',
      issuedAt: '2026-11-22T12:02:00.000Z',
      shopId: 'shop-1',
      subjectType: 'order',
      subjectId: 'o1',
      status: 'granted',
      tag: {
        kind: 'security_alert_order',
        alertId: 'alert-1',
        reasons: [{ code: 'payment_risk', text: 'The payment looks risky.' }],
        flaggedAt: '2026-11-22T12:00:00.000Z',
      },
      termsVersion: '1',
      createdAt: '2026-11-22T12:00:00.000Z',
      requestedAt: '2026-11-22T12:00:00.000Z',
      requestedBy: 'ann',
      grantedAt: '2026-11-22T12:01:00.000Z',
      steps: [
        { status: 'pending', at: '2026-11-22T12:00:00.000Z', by: 'ann' },
        { status: 'granted', at: '2026-11-22T12:01:00.000Z' },
      ],
    });
    expect(receipt.parse(claims)).toEqual(claims);
  });

  it('is refused when any bit of what is signed, or of the signature, is another', async () => {
    const jws = await buildReceipt(own);
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const signed = Buffer.from(`${header}.${payload}`);
    const raw = Buffer.from(signature, 'base64url');
    const flipped = (bytes: Buffer, bit: number) => {
      const copy = Buffer.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return copy;
    };
    const accepted: string[] = [];
    const look = async (what: string, text: string) => {
      await verifyByJose(text).then(
        () => accepted.push(what),
        () => undefined,
      );
    };
    for (let bit = 0; bit < signed.length * 8; bit++)
      await look(`signed bit ${bit}`, `${flipped(signed, bit).toString('latin1')}.${signature}`);
    for (let bit = 0; bit < raw.length * 8; bit++)
      await look(`signature bit ${bit}`, `${header}.${payload}.${flipped(raw, bit).toString('base64url')}`);
    expect(accepted).toEqual([]);
    // OpenSSL's library, as Node has it.
    const key = createPublicKey({ key: { ...own.key }, format: 'jwk' });
    const bySsl = (one: Buffer, by: Buffer) => verify('sha256', one, { key, dsaEncoding: 'ieee-p1363' }, by);
    expect(bySsl(signed, raw)).toBe(true);
    for (let bit = 0; bit < signed.length * 8; bit++)
      if (bySsl(flipped(signed, bit), raw)) accepted.push(`signed bit ${bit}`);
    for (let bit = 0; bit < raw.length * 8; bit++)
      if (bySsl(signed, flipped(raw, bit))) accepted.push(`signature bit ${bit}`);
    expect(accepted).toEqual([]);
  });
});

describe('a waiver without a receipt', () => {
  it('is one that is absent, or not granted', async () => {
    await expect(signReceipt(own.signer, undefined, issue)).rejects.toMatchObject({ code: 'not_found' });
    for (const status of ['pending', 'void'] as const)
      await expect(signReceipt(own.signer, buildWaiver({ status }), issue)).rejects.toMatchObject({
        code: 'not_found',
        message: `The waiver is ${status}: only a granted one has a receipt.`,
      });
  });
});
