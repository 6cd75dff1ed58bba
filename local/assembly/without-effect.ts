import { asText } from './json.ts';
import { noEffect } from './property-rules.ts';
import type { PropertyRules } from './property-rules.ts';
import type { ResourceTypes } from './resource.ts';

/** Every named property of a resource that changes nothing on one machine. */
function all(because: string, ...names: readonly string[]): PropertyRules {
  return Object.fromEntries(names.map((name) => [name, noEffect(because)]));
}

/** Types that exist only on AWS. Their properties are still listed: a new one is worth a look. */
export const typesWithoutEffect: ResourceTypes = {
  'AWS::Logs::LogGroup': {
    rules: all(
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
    rules: all('log lines go to the runtime’s own log', 'PolicyDocument', 'PolicyName'),
    identify: ({ properties, generatedName }) => ({ ref: asText(properties['PolicyName']) ?? generatedName() }),
  },
  'AWS::Logs::MetricFilter': {
    rules: all('no metrics on one machine', 'FilterName', 'FilterPattern', 'LogGroupName', 'MetricTransformations'),
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
  'AWS::KMS::Key': {
    rules: all(
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
    rules: all('nothing is encrypted locally', 'AliasName', 'TargetKeyId'),
    identify: ({ properties }) => ({ ref: asText(properties['AliasName']) ?? '' }),
  },
  'AWS::CloudWatch::Alarm': {
    rules: all(
      'nobody is paged locally',
      ...[
        'ActionsEnabled',
        'AlarmActions',
        'AlarmDescription',
        'AlarmName',
        'ComparisonOperator',
        'DatapointsToAlarm',
        'Dimensions',
        'EvaluationPeriods',
      ],
      ...[
        'ExtendedStatistic',
        'InsufficientDataActions',
        'MetricName',
        'Metrics',
        'Namespace',
        'OKActions',
        'Period',
        'Statistic',
        'Tags',
        'Threshold',
        'TreatMissingData',
        'Unit',
      ],
    ),
    identify: ({ properties, generatedName }, { region, account }) => {
      const name = asText(properties['AlarmName']) ?? generatedName(255);
      return { ref: name, attributes: { Arn: `arn:aws:cloudwatch:${region}:${account}:alarm:${name}` } };
    },
  },
  'AWS::CloudWatch::Dashboard': {
    rules: all('no dashboards on one machine', 'DashboardBody', 'DashboardName'),
    identify: ({ properties, generatedName }) => ({ ref: asText(properties['DashboardName']) ?? generatedName() }),
  },
  'AWS::SNS::Topic': {
    rules: all('alarms reach nobody locally', 'DisplayName', 'KmsMasterKeyId', 'Subscription', 'Tags', 'TopicName'),
    identify: ({ properties, generatedName }, { region, account }) => {
      const name = asText(properties['TopicName']) ?? generatedName(256);
      const arn = `arn:aws:sns:${region}:${account}:${name}`;
      return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
    },
  },
  'AWS::SNS::TopicPolicy': {
    rules: all('alarms reach nobody locally', 'PolicyDocument', 'Topics'),
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
  'AWS::SNS::Subscription': {
    rules: all('alarms reach nobody locally', 'Endpoint', 'Protocol', 'RawMessageDelivery', 'TopicArn'),
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
  'AWS::CDK::Metadata': {
    rules: all('usage statistics of the CDK', 'Analytics'),
    identify: ({ generatedName }) => ({ ref: generatedName() }),
  },
};
