import type { WaiverKey } from '../shared/contracts/http/receipts.ts';
import type { Receipt } from '../shared/contracts/receipt.ts';

/** What is found of a receipt; `why` says what an invalid one lacks. */
export type ReceiptCheck =
  | { readonly isValid: true; readonly receipt: Receipt; readonly keyId: string }
  | { readonly isValid: false; readonly why: WhyInvalid; readonly keyId?: string };

export type WhyInvalid =
  /** No compact JWS, or not the one way to write its bytes. */
  | 'no_receipt'
  /** A JWS of another kind or algorithm, which proves nothing here. */
  | 'not_of_this_kind'
  /** The set holds no such key. Where the set is a copy, read it again: there may be a new key. */
  | 'unknown_key'
  /** Changed since it was signed, or signed by somebody else. */
  | 'wrong_signature';

type VerifyingKey = Parameters<typeof crypto.subtle.verify>[1];
type Verified = Extract<ReceiptCheck, { isValid: true }>;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * Checks a receipt offline, by nothing but Web Crypto: in browsers and in Node.js.
 *
 * @param text a compact JWS; blanks around it are not looked at.
 * @param keySet as `GET /v1/waiver-keys` answers.
 */
export async function verifyReceipt(text: string, keySet: unknown): Promise<ReceiptCheck> {
  const parts = text.trim().split('.');
  const [header, payload, signature] = parts.map(fromBase64url);
  if (parts.length !== 3 || !header || !payload || !signature) return { isValid: false, why: 'no_receipt' };
  const { alg, typ, kid, crit } = readObject(header) ?? {};
  if (alg !== 'ES256' || typ !== 'waiver-receipt+jws' || typeof kid !== 'string' || crit !== undefined)
    return { isValid: false, why: 'not_of_this_kind' };
  const key = await importKey(keySet, kid);
  if (!key) return { isValid: false, why: 'unknown_key', keyId: kid };
  const signed = new TextEncoder().encode(parts.slice(0, 2).join('.'));
  if (!(await crypto.subtle.verify(algorithm, key, signature, signed)))
    return { isValid: false, why: 'wrong_signature', keyId: kid };
  // Signed by us, it is what the contract says, but maybe of a version that is newer than this.
  const receipt = readObject(payload);
  if (receipt?.['version'] !== 1) return { isValid: false, why: 'not_of_this_kind', keyId: kid };
  return { isValid: true, receipt: receipt as unknown as Verified['receipt'], keyId: kid };
}

/** `undefined` also for a set that is none: it holds no key then. */
async function importKey(keySet: unknown, kid: string): Promise<VerifyingKey | undefined> {
  const keys = isObject(keySet) && Array.isArray(keySet['keys']) ? (keySet['keys'] as readonly unknown[]) : [];
  const named = keys.filter((key): key is WaiverKey => isObject(key) && key['kid'] === kid);
  const [key, another] = named;
  if (!key || another || key.kty !== 'EC' || key.crv !== 'P-256') return undefined;
  const { kty, crv, x, y } = key;
  return crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']).catch(() => undefined);
}

/**
 * Bytes of base64url. What is written in another way than encoders do is refused: its last character can hold bits that
 * mean nothing, so that one signature had many texts.
 */
function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const again = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return again === text ? Uint8Array.from(binary, (character) => character.charCodeAt(0)) : undefined;
}

function readObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
