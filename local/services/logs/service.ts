import { asText } from '../../core/assembly/json.ts';
import { withoutEffect } from '../../core/assembly/without-effect.ts';
import type { Service } from '../../core/service.ts';

/** CloudWatch Logs: what functions write goes to the runtime’s own log. */
export const logs: Service = {
  name: 'logs',
  resourceTypes: {
    'AWS::Logs::LogGroup': {
      rules: withoutEffect(
        'log lines go to the runtime’s own log',
        ...[
          'DataProtectionPolicy',
          'DeletionProtectionEnabled',
          'FieldIndexPolicies',
          'KmsKeyId',
          'LogGroupClass',
          'LogGroupName',
          'ResourcePolicyDocument',
          'RetentionInDays',
          'Tags',
        ],
      ),
      identify: ({ properties, generatedName }, { region, account }) => {
        const name = asText(properties['LogGroupName']) ?? generatedName(512);
        return { ref: name, attributes: { Arn: `arn:aws:logs:${region}:${account}:log-group:${name}:*` } };
      },
    },
    'AWS::Logs::ResourcePolicy': {
      rules: withoutEffect('log lines go to the runtime’s own log', 'PolicyDocument', 'PolicyName'),
      identify: ({ properties, generatedName }) => ({ ref: asText(properties['PolicyName']) ?? generatedName() }),
    },
    'AWS::Logs::MetricFilter': {
      rules: withoutEffect(
        'no metrics on one machine',
        'FilterName',
        'FilterPattern',
        'LogGroupName',
        'MetricTransformations',
      ),
      identify: ({ generatedName }) => ({ ref: generatedName() }),
    },
  },
  read: () => ({}),
};
