import { readStatements } from '../../core/access/policy-document.ts';
import type { PolicyStatement } from '../../core/access/policy-statement.ts';
import type { Catalog } from '../../core/assembly/catalog.ts';
import { asText } from '../../core/assembly/json.ts';
import { noEffect, only, tags, used } from '../../core/assembly/property-rules.ts';
import type { ResourceTypes } from '../../core/assembly/resource.ts';
import { withoutEffect } from '../../core/assembly/without-effect.ts';
import type { SigningKeyModel } from './model.ts';

const encryption = 'nothing is encrypted locally';

export const kmsTypes: ResourceTypes = {
  'AWS::KMS::Key': {
    rules: {
      ...withoutEffect(encryption, 'EnableKeyRotation', 'RotationPeriodInDays'),
      Description: noEffect('a description is for people'),
      Enabled: only(true),
      KeyPolicy: used,
      KeySpec: only('SYMMETRIC_DEFAULT', 'ECC_NIST_P256'),
      KeyUsage: only('ENCRYPT_DECRYPT', 'SIGN_VERIFY'),
      PendingWindowInDays: noEffect('no key is ever deleted locally'),
      Tags: tags,
    },
    identify: ({ generatedName }, { region, account }) => {
      const id = generatedName();
      return { ref: id, attributes: { Arn: `arn:aws:kms:${region}:${account}:key/${id}`, KeyId: id } };
    },
  },
  'AWS::KMS::Alias': {
    rules: withoutEffect(encryption, 'AliasName', 'TargetKeyId'),
    identify: ({ properties }) => ({ ref: asText(properties['AliasName']) ?? '' }),
  },
};

const isSigning = (spec: string | undefined): boolean => spec === 'ECC_NIST_P256';

/** The keys that sign. */
export function readSigningKeys(catalog: Catalog): readonly SigningKeyModel[] {
  return catalog
    .read('AWS::KMS::Key', ({ properties, ref, attributes, path }) => {
      const [spec, usage] = [asText(properties['KeySpec']), asText(properties['KeyUsage'])];
      if (isSigning(spec) !== (usage === 'SIGN_VERIFY'))
        throw new Error(
          `KeyUsage ${usage ?? 'ENCRYPT_DECRYPT'} does not go with KeySpec ${spec ?? 'SYMMETRIC_DEFAULT'}`,
        );
      if (!isSigning(spec)) return undefined;
      if (properties['EnableKeyRotation'] === true) throw new Error('EnableKeyRotation: KMS rotates no asymmetric key');
      const policy = readStatements(properties['KeyPolicy'], `${path}/KeyPolicy`);
      if (!policy.some(leavesItToIam))
        throw new Error('KeyPolicy: only keys whose policy lets the account decide by its IAM policies are supported');
      return { id: ref, arn: attributes['Arn'] ?? '', policy };
    })
    .filter((key) => key !== undefined);
}

/** Without this, KMS asks no IAM policy at all. */
function leavesItToIam({ effect, actions, principals, conditions }: PolicyStatement): boolean {
  const isOfAccount = principals.some((principal) => /^AWS:arn:aws:iam::\d{12}:root$/.test(principal));
  return effect === 'Allow' && actions.includes('kms:*') && isOfAccount && Object.keys(conditions).length === 0;
}
