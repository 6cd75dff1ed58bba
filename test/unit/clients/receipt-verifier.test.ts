import { describe, expect, it } from 'vitest';
import { verifyReceipt } from '../../../clients/receipt-verifier.ts';
import readReceipt from '../../../shared/contracts/http/examples/read-receipt.json' with { type: 'json' };
import readWaiverKeys from '../../../shared/contracts/http/examples/read-waiver-keys.json' with { type: 'json' };
import { receipt, receiptType } from '../../../shared/contracts/receipt.ts';
import { buildReceipt, buildSigner, signAnything } from '../../builders/items/receipt.ts';

const own = buildSigner();
const keySet = { keys: [own.key] };

describe('verifyReceipt', () => {
  it('finds what the API documents as an example valid, by its example of the keys', async () => {
    const check = await verifyReceipt(readReceipt.reply, readWaiverKeys.reply);
    expect(check).toMatchObject({ isValid: true, keyId: readWaiverKeys.reply.keys[0]?.kid });
    expect(check.isValid && receipt.parse(check.receipt)).toMatchObject({ subjectId: 'order-88', status: 'granted' });
  });

  it('takes a file’s last line break, and a set with more keys', async () => {
    const text = ` ${await buildReceipt(own)}\n`;
    const keys = [buildSigner('key-2').key, own.key];
    expect(await verifyReceipt(text, { keys })).toMatchObject({ isValid: true, receipt: { subjectId: 'o1' } });
  });

  it('refuses a receipt of which any bit is another', async () => {
    const text = await buildReceipt(own);
    const bytes = Buffer.from(text, 'latin1');
    const accepted: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const copy = Buffer.from(bytes);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const flipped = copy.toString('latin1');
      // Nothing but blanks at an end is no other receipt.
      if (flipped.trim() !== text && (await verifyReceipt(flipped, keySet)).isValid) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });

  it('says what is wrong', async () => {
    const text = await buildReceipt(own);
    const [header, payload, signature] = text.split('.');
    const why = async (one: string, keys: unknown = keySet) => {
      const check = await verifyReceipt(one, keys);
      return check.isValid ? 'valid' : check.why;
    };
    for (const none of ['', 'a.b', `${text}.x`, `${header}.${payload}.`, `${header}.${payload}.${signature}=`, 'ä.ä.ä'])
      expect(await why(none), none).toBe('no_receipt');
    const strangers = { keys: [buildSigner().key] };
    expect(await why(text, strangers)).toBe('wrong_signature');
    expect(await why(text, { keys: [buildSigner('key-2').key] })).toBe('unknown_key');
  });

  it.each([
    ['nothing', undefined],
    ['no set', []],
    ['an empty set', { keys: [] }],
    ['two keys of one name', { keys: [own.key, own.key] }],
    ['a key of another kind', { keys: [{ ...own.key, crv: 'P-384' }] }],
    ['a point that is none', { keys: [{ ...own.key, x: own.key.y }] }],
  ])('knows no key in %s', async (_what, keys) => {
    expect(await verifyReceipt(await buildReceipt(own), keys)).toMatchObject({ isValid: false, why: 'unknown_key' });
  });

  it.each([
    ['another type', { alg: 'ES256', typ: 'JWT', kid: 'key-1' }],
    ['no signature', { alg: 'none', typ: receiptType, kid: 'key-1' }],
    ['a shared secret', { alg: 'HS256', typ: receiptType, kid: 'key-1' }],
    ['extensions', { alg: 'ES256', typ: receiptType, kid: 'key-1', crit: ['exp'] }],
    ['no key', { alg: 'ES256', typ: receiptType }],
  ])('refuses a header with %s, however it is signed', async (_what, header) => {
    const { jws, publicKey } = signAnything(header, '{"version":1}');
    const check = await verifyReceipt(jws, { keys: [{ ...publicKey, kid: 'key-1' }] });
    expect(check).toMatchObject({ isValid: false, why: 'not_of_this_kind' });
  });

  it.each(['{"version":2}', '[]', 'no JSON'])('refuses the payload %s, however it is signed', async (payload) => {
    const { jws, publicKey } = signAnything({ alg: 'ES256', typ: receiptType, kid: 'key-1' }, payload);
    const check = await verifyReceipt(jws, { keys: [{ ...publicKey, kid: 'key-1' }] });
    expect(check).toMatchObject({ isValid: false, why: 'not_of_this_kind' });
  });
});
