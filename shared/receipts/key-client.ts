import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { WaiverKey } from '../contracts/http/receipts.ts';
import { AppError } from '../kernel/errors.ts';
import { requestBounds } from '../table/request-bounds.ts';
import { keyIdOf } from './receipt-rules.ts';
import type { ReceiptSigner } from './sign-receipt.ts';

export function openKms(): KMSClient {
  return new KMSClient(requestBounds(3, 3000));
}

/** Of the digest: a receipt with many steps is larger than the 4,096 bytes that KMS takes. */
export function createReceiptSigner(kms: KMSClient, keyArn: string): ReceiptSigner {
  return {
    keyId: keyIdOf(keyArn),
    async sign(digest) {
      const command = new SignCommand({
        KeyId: keyArn,
        Message: digest,
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      });
      const { Signature } = await orUnavailable(() => kms.send(command), 'The receipt could not be signed now.');
      if (Signature === undefined) throw new AppError('unavailable', 'The receipt could not be signed now.');
      return Signature;
    },
  };
}

/** @returns the key as a JWK, which never changes: KMS does not rotate asymmetric keys. */
export async function readPublicKey(kms: KMSClient, keyArn: string): Promise<WaiverKey> {
  const command = new GetPublicKeyCommand({ KeyId: keyArn });
  const { PublicKey } = await orUnavailable(() => kms.send(command), 'The keys could not be read now.');
  const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
  const { kty, crv, x, y } = key.export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined)
    throw new Error(`The key ${keyIdOf(keyArn)} is none for ES256.`);
  return { kty, crv, x, y, kid: keyIdOf(keyArn), alg: 'ES256', use: 'sig' };
}

/** Whatever KMS refuses with is of the deployment, and none of it is the caller's. */
async function orUnavailable<Reply>(call: () => Promise<Reply>, detail: string): Promise<Reply> {
  try {
    return await call();
  } catch (error) {
    throw new AppError('unavailable', `${detail} Try again shortly.`, {}, { cause: error });
  }
}
