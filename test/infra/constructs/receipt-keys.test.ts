import { describe, expect, it } from 'vitest';
import type { StageFile } from '../../../infra/settings/settings-schema.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

const withKeys = (receiptKeys: StageFile['receiptKeys']) =>
  synthesizeStage('prod', {}, { keepsData: true, ...(receiptKeys && { receiptKeys }) });
const signingKeys = ({ ofType }: ReturnType<typeof synthesizeStage>) =>
  ofType('AWS::KMS::Key').filter(({ properties }) => properties['KeyUsage'] === 'SIGN_VERIFY');
/** Which roles may do this, with the statement. */
const allowed = ({ ofType }: ReturnType<typeof synthesizeStage>, action: string) =>
  ofType('AWS::IAM::Policy').flatMap(({ id, properties }) => {
    const { Statement } = properties['PolicyDocument'] as { Statement: readonly Record<string, unknown>[] };
    return Statement.filter(({ Action }) => [Action].flat().includes(action)).map((statement) => ({ id, statement }));
  });

const first = withKeys(undefined);
const rotated = withKeys({ present: 'second', retired: ['first', 'arn:aws:kms:eu-west-1:111111111111:key/older'] });

describe('the keys of receipts', () => {
  it('are for signing over P-256, and outlive a stack that keeps its data', () => {
    expect(signingKeys(first)).toMatchObject([
      {
        properties: { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
        deletionPolicy: 'RetainExceptOnCreate',
        updateReplacePolicy: 'Retain',
      },
    ]);
    expect(signingKeys(first)[0]?.properties).not.toHaveProperty('EnableKeyRotation');
  });

  it('stay the same resource when another one signs', () => {
    const [before] = signingKeys(first);
    const ids = signingKeys(rotated).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(ids).toContain(before?.id);
  });

  it('sign for one function alone, only the present one, and only as receipts are signed', () => {
    const [signing, ...others] = allowed(rotated, 'kms:Sign');
    expect(others).toEqual([]);
    expect(signing?.id).toMatch(/^ReceiptsApi/);
    expect(signing?.statement['Condition']).toEqual({
      StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'DIGEST' },
    });
    const resource = JSON.stringify(signing?.statement['Resource']);
    expect(resource).toContain('second');
    expect(resource).not.toMatch(/first|older/);
  });

  it('show their public halves to one function alone, retired ones too', () => {
    const [reading, ...others] = allowed(rotated, 'kms:GetPublicKey');
    expect(others).toEqual([]);
    expect(reading?.id).toMatch(/^WaiverKeysApi/);
    const resource = JSON.stringify(reading?.statement['Resource']);
    for (const name of ['second', 'first', 'key/older']) expect(resource).toContain(name);
    const variables = JSON.stringify(
      rotated.ofType('AWS::Lambda::Function').flatMap(({ properties }) => {
        const { Variables } = properties['Environment'] as { Variables: Record<string, unknown> };
        return Variables['RECEIPT_KEY_ARNS'] ?? [];
      }),
    );
    expect(variables.indexOf('second')).toBeLessThan(variables.indexOf('first'));
  });
});
