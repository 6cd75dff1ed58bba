/** Bytes of each of the two numbers of a signature over P-256. */
const size = 32;
const sequence = 0x30;
const integer = 0x02;

/**
 * The two numbers of an ECDSA signature side by side, as JOSE writes them (RFC 7518, 3.4), of the DER in which KMS
 * answers: a sequence of two integers, each as short as it can be, and with a zero in front where it would be negative.
 *
 * @throws Error for what is no such signature.
 */
export function joseSignature(der: Uint8Array): Uint8Array {
  if (der[0] !== sequence || der[1] !== der.length - 2) throw notDer();
  const first = readInteger(der, 2);
  const second = readInteger(der, first.end);
  if (second.end !== der.length) throw notDer();
  const signature = new Uint8Array(2 * size);
  signature.set(first.bytes, size - first.bytes.length);
  signature.set(second.bytes, 2 * size - second.bytes.length);
  return signature;
}

function readInteger(der: Uint8Array, at: number): { readonly bytes: Uint8Array; readonly end: number } {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== integer || length === 0 || end > der.length) throw notDer();
  const all = der.subarray(at + 2, end);
  const isPadded = all[0] === 0 && all.length > 1;
  const bytes = isPadded ? all.subarray(1) : all;
  const isNegative = !isPadded && (all[0] ?? 0) >= 0x80;
  if (isNegative || bytes.length > size || (isPadded && (bytes[0] ?? 0) < 0x80)) throw notDer();
  return { bytes, end };
}

function notDer(): Error {
  return new Error('This is no ECDSA signature over P-256 in DER.');
}

/** Of text or bytes, without padding. */
export function base64url(content: string | Uint8Array): string {
  return Buffer.from(content as Uint8Array).toString('base64url');
}
