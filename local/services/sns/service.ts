import { asStrings, asText } from '../../core/assembly/json.ts';
import { withoutEffect } from '../../core/assembly/without-effect.ts';
import { readStatements } from '../../core/access/policy-document.ts';
import type { ResourcePolicy } from '../../core/access/permission-rules.ts';
import { used } from '../../core/assembly/property-rules.ts';
import type { Service } from '../../core/service.ts';

/** What the template says of topics. */
interface SnsTemplate {
  readonly topicPolicies: readonly ResourcePolicy[];
}

/** SNS: alarms reach nobody on one machine. Who may publish is known all the same. */
export const sns: Service<SnsTemplate> = {
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
      rules: { PolicyDocument: used, Topics: used },
      identify: ({ generatedName }) => ({ ref: generatedName() }),
    },
    'AWS::SNS::Subscription': {
      rules: withoutEffect('alarms reach nobody locally', 'Endpoint', 'Protocol', 'RawMessageDelivery', 'TopicArn'),
      identify: ({ generatedName }) => ({ ref: generatedName() }),
    },
  },
  permissions: { prefix: 'sns', resourcePolicies: ({ topicPolicies }) => topicPolicies },
  read: (catalog) => ({
    topicPolicies: catalog
      .read('AWS::SNS::TopicPolicy', ({ properties, path }) => {
        const statements = readStatements(properties['PolicyDocument'], path);
        return asStrings(properties['Topics']).map((arn) => ({ arn, statements }));
      })
      .flat(),
  }),
};
