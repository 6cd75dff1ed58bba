import { asText } from '../../core/assembly/json.ts';
import { withoutEffect } from '../../core/assembly/without-effect.ts';
import type { Service } from '../../core/service.ts';

/** SNS: alarms reach nobody on one machine. */
export const sns: Service = {
  name: 'sns',
  resourceTypes: {
    'AWS::SNS::Topic': {
      rules: withoutEffect(
        'alarms reach nobody locally',
        'DisplayName',
        'KmsMasterKeyId',
        'Subscription',
        'Tags',
        'TopicName',
      ),
      identify: ({ properties, generatedName }, { region, account }) => {
        const name = asText(properties['TopicName']) ?? generatedName(256);
        const arn = `arn:aws:sns:${region}:${account}:${name}`;
        return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
      },
    },
    'AWS::SNS::TopicPolicy': {
      rules: withoutEffect('alarms reach nobody locally', 'PolicyDocument', 'Topics'),
      identify: ({ generatedName }) => ({ ref: generatedName() }),
    },
    'AWS::SNS::Subscription': {
      rules: withoutEffect('alarms reach nobody locally', 'Endpoint', 'Protocol', 'RawMessageDelivery', 'TopicArn'),
      identify: ({ generatedName }) => ({ ref: generatedName() }),
    },
  },
  read: () => ({}),
};
