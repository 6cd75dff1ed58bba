import { asText } from '../../core/assembly/json.ts';
import { withoutEffect } from '../../core/assembly/without-effect.ts';
import type { Service } from '../../core/service.ts';

/** KMS: nothing is encrypted on one machine. */
export const kms: Service = {
  name: 'kms',
  resourceTypes: {
    'AWS::KMS::Key': {
      rules: withoutEffect(
        'nothing is encrypted locally',
        ...[
          'Description',
          'EnableKeyRotation',
          'Enabled',
          'KeyPolicy',
          'KeySpec',
          'KeyUsage',
          'PendingWindowInDays',
          'RotationPeriodInDays',
          'Tags',
        ],
      ),
      identify: ({ generatedName }, { region, account }) => {
        const id = generatedName();
        return { ref: id, attributes: { Arn: `arn:aws:kms:${region}:${account}:key/${id}`, KeyId: id } };
      },
    },
    'AWS::KMS::Alias': {
      rules: withoutEffect('nothing is encrypted locally', 'AliasName', 'TargetKeyId'),
      identify: ({ properties }) => ({ ref: asText(properties['AliasName']) ?? '' }),
    },
  },
  read: () => ({}),
};
