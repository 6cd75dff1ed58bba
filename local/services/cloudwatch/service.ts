import { asText } from '../../core/assembly/json.ts';
import { withoutEffect } from '../../core/assembly/without-effect.ts';
import type { Service } from '../../core/service.ts';

/** CloudWatch: alarms and dashboards are only checked for properties that nobody has looked at. */
export const cloudWatch: Service = {
  name: 'cloudwatch',
  resourceTypes: {
    'AWS::CloudWatch::Alarm': {
      rules: withoutEffect(
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
    'AWS::CloudWatch::CompositeAlarm': {
      rules: withoutEffect(
        'nobody is paged locally',
        ...['ActionsEnabled', 'AlarmActions', 'AlarmDescription', 'AlarmName', 'AlarmRule', 'InsufficientDataActions'],
        ...['OKActions', 'Tags'],
      ),
      identify: ({ properties, generatedName }, { region, account }) => {
        const name = asText(properties['AlarmName']) ?? generatedName(255);
        return { ref: name, attributes: { Arn: `arn:aws:cloudwatch:${region}:${account}:alarm:${name}` } };
      },
    },
    'AWS::Logs::QueryDefinition': {
      rules: withoutEffect('no queries on one machine', 'Name', 'QueryString', 'LogGroupNames'),
      identify: ({ generatedName }) => ({ ref: generatedName() }),
    },
    'AWS::CloudWatch::Dashboard': {
      rules: withoutEffect('no dashboards on one machine', 'DashboardBody', 'DashboardName'),
      identify: ({ properties, generatedName }) => ({ ref: asText(properties['DashboardName']) ?? generatedName() }),
    },
  },
  read: () => ({}),
};
