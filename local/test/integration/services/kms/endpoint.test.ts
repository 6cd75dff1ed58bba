import { createHash, createPublicKey, verify } from 'node:crypto';
import { GetPublicKeyCommand, SignCommand } from '@aws-sdk/client-kms';
import type { SignCommandInput } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../../builders/open-endpoint.ts';

const message = Buffer.from('message');
const digest = createHash('sha256').update(message).digest();

describe('KMS at the AWS endpoint', () => {
  const aws = useEndpoint();
  const asGate = () => aws.kms(aws.functionKeys('ssc-local-gate'));
  const sign = (overrides: Partial<SignCommandInput> = {}) =>
    asGate().send(
      new SignCommand({
        KeyId: aws.keyArn('PresentKey'),
        Message: digest,
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
        ...overrides,
      }),
    );
  const publicKeyOf = async (KeyId: string) => {
    const { PublicKey } = await asGate().send(new GetPublicKeyCommand({ KeyId }));
    return createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
  };

  it('signs a digest so that its public key verifies what was digested', async () => {
    const KeyId = aws.keyArn('PresentKey');
    const { Signature, KeyId: by, SigningAlgorithm } = await sign();
    expect({ by, SigningAlgorithm }).toEqual({ by: KeyId, SigningAlgorithm: 'ECDSA_SHA_256' });
    const signature = Buffer.from(Signature ?? []);
    expect(verify('sha256', message, await publicKeyOf(KeyId), signature)).toBe(true);
    expect(verify('sha256', message, await publicKeyOf(aws.keyArn('RetiredKey')), signature)).toBe(false);
  });

  it('knows a key by its ID, too, and says what it is for', async () => {
    const KeyId = aws.keyArn('PresentKey').replace(/^.*\//, '');
    expect(await asGate().send(new GetPublicKeyCommand({ KeyId }))).toMatchObject({
      KeyId: aws.keyArn('PresentKey'),
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
      SigningAlgorithms: ['ECDSA_SHA_256'],
    });
  });

  it('lets nobody sign but who may, with the key and in the way that the role allows', async () => {
    const denied = { name: 'AccessDeniedException' };
    await expect(sign({ KeyId: aws.keyArn('RetiredKey') })).rejects.toMatchObject(denied);
    await expect(sign({ MessageType: 'RAW' })).rejects.toMatchObject(denied);
    const byOps = aws.kms('ops').send(new GetPublicKeyCommand({ KeyId: aws.keyArn('PresentKey') }));
    await expect(byOps).rejects.toMatchObject(denied);
    expect(aws.recorder.recent().at(-1)).toMatchObject({ service: 'kms', operation: 'GetPublicKey' });
  });

  it('refuses what it does not play', async () => {
    const wrong = { name: 'ValidationException' };
    await expect(sign({ Message: Buffer.from('short') })).rejects.toMatchObject(wrong);
    await expect(sign({ SigningAlgorithm: 'ECDSA_SHA_384' })).rejects.toMatchObject(wrong);
    await expect(sign({ GrantTokens: ['x'] })).rejects.toMatchObject(wrong);
  });

  it('takes faults like any other service', async () => {
    const fault = { kind: 'error', code: 'ThrottlingException', status: 400 } as const;
    aws.faults.add([{ service: 'kms', operation: 'Sign', fault, times: 1 }]);
    await expect(sign()).rejects.toMatchObject({ name: 'ThrottlingException' });
  });
});
