import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import type { Journal } from '../../core/state/journal.ts';
import type { SigningKeyModel } from './model.ts';
import { signDigest } from './sign-digest.ts';

const topic = 'kms-keys';

interface KeyRecord {
  readonly id: string;
  readonly privateKey: JsonWebKey;
}

/** A signing key of the template, with what stands for its hardware. */
export interface RingKey extends SigningKeyModel {
  /** ECDSA over P-256 in DER. */
  sign(message: Uint8Array, type: 'RAW' | 'DIGEST'): Uint8Array;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
}

/**
 * Real keys for the signing keys of the template, each made at the first start that has it. They are kept in the journal,
 * also those that the template no longer has: it may have them again.
 */
export function openKeyRing(models: readonly SigningKeyModel[], journal: Journal): readonly RingKey[] {
  const kept = new Map((journal.replay(topic) as readonly KeyRecord[]).map((record) => [record.id, record]));
  return models.map((model) => {
    const record = kept.get(model.id);
    if (record) return toRingKey(model, createPrivateKey({ key: record.privateKey, format: 'jwk' }));
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const made: KeyRecord = { id: model.id, privateKey: privateKey.export({ format: 'jwk' }) };
    journal.append({ topic, value: made });
    return toRingKey(model, privateKey);
  });
}

function toRingKey(model: SigningKeyModel, privateKey: KeyObject): RingKey {
  const secret = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  return {
    ...model,
    publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
    sign: (message, type) =>
      signDigest(type === 'DIGEST' ? message : createHash('sha256').update(message).digest(), secret),
  };
}
