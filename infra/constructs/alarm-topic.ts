import { Key } from 'aws-cdk-lib/aws-kms';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

/** Sends alarms to the people on duty. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { config, email }: Pick<StageContext, 'config'> & { email: string }) {
    super(scope, id);
    const key = new Key(this, 'Key', {
      enableKeyRotation: true,
      description: 'Alarm messages of Seller Security Center',
    });
    // CloudWatch publishes to an encrypted topic only when it may use its key, which AWS's own SNS key never allows.
    key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    this.topic = new Topic(this, 'Topic', { topicName: nameOf(config, 'alarms'), masterKey: key, enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(email));
  }
}
