import { createECDH } from 'node:crypto';

/** Of P-256: how many points the generator makes. */
const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/**
 * An ECDSA signature over P-256 of a digest, in DER. Node signs messages, which it digests itself, and no digests: so the
 * formula is written out here, over Node's own random points.
 *
 * @param privateKey the private number, 32 bytes.
 */
export function signDigest(digest: Uint8Array, privateKey: Uint8Array): Uint8Array {
  const [message, secret] = [toNumber(digest), toNumber(privateKey)];
  for (;;) {
    const once = createECDH('prime256v1');
    // Uncompressed: 04, then both coordinates.
    const point = once.generateKeys();
    const first = toNumber(point.subarray(1, 33)) % order;
    const second = (inverse(toNumber(once.getPrivateKey())) * ((message + first * secret) % order)) % order;
    if (first !== 0n && second !== 0n) return toDer(first, second);
  }
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** Of Fermat's little theorem: the order is a prime. */
function inverse(number: bigint): bigint {
  let result = 1n;
  let base = number % order;
  for (let exponent = order - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % order;
    base = (base * base) % order;
  }
  return result;
}

function toDer(...numbers: readonly bigint[]): Uint8Array {
  const content = Buffer.concat(numbers.map(toInteger));
  return Buffer.concat([Buffer.from([0x30, content.length]), content]);
}

function toInteger(number: bigint): Buffer {
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  // DER's integers have a sign.
  const padded = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([0x02, padded.length]), padded]);
}
