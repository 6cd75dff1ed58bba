import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { AlarmTargets } from '../settings/alarm-settings.ts';
import { ServiceAlarm } from './service-alarm.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

/** How soon somebody has to act: now, or in working hours. */
export type Urgency = 'page' | 'ticket';

const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');

/** Where alarms go: a topic of our own for each urgency, and topics of others. */
export class AlarmTopics extends Construct {
  private readonly topics: Readonly<Record<Urgency, readonly ITopic[]>>;
  /** Those that are ours. */
  readonly own: readonly Topic[];

  constructor(scope: Construct, id: string, { config }: Pick<StageContext, 'config'>) {
    super(scope, id);
    const { page, ticket } = config.alarms;
    const key = new Key(this, 'Key', {
      enableKeyRotation: true,
      description: 'Alarm messages of Seller Security Center',
    });
    // CloudWatch publishes to an encrypted topic only when it may use its key, which AWS's own SNS key never allows.
    key.grantEncryptDecrypt(cloudWatch);
    const add = (id: string, name: string, targets: AlarmTargets): Topic => {
      const topic = new Topic(this, id, { topicName: nameOf(config, name), masterKey: key, enforceSSL: true });
      letAlarmsPublish(topic, nameOf(config));
      subscribe(topic, targets);
      return topic;
    };
    const pages = add('Topic', 'alarms', page);
    const tickets = ticket && add('Tickets', 'tickets', ticket);
    this.own = tickets === undefined ? [pages] : [pages, tickets];
    const others = (given: AlarmTargets, of: string): readonly ITopic[] =>
      (given.topics ?? []).map((arn, index) => Topic.fromTopicArn(this, `${of} ${index}`, arn));
    const pageTopics = [pages, ...others(page, 'Page')];
    this.topics = {
      page: pageTopics,
      ticket: ticket && tickets ? [tickets, ...others(ticket, 'Ticket')] : pageTopics,
    };
    this.watch(config);
  }

  /** Each topic's failures are said by all of them: a target that is gone may not be the only one. */
  private watch(config: StageContext['config']): void {
    for (const topic of this.own) {
      new ServiceAlarm(topic, 'Failed', {
        config,
        alarmTopics: this,
        metric: topic.metricNumberOfNotificationsFailed({ statistic: 'Sum' }),
        period: Duration.minutes(5),
        threshold: 1,
        hurts: `Alarms do not reach everybody: a target of ${topic.node.id} takes none. The next one may be missed.`,
        runbook: 'alarms-do-not-arrive',
      });
    }
  }

  of(urgency: Urgency): readonly ITopic[] {
    return this.topics[urgency];
  }
}

/** A topic that refuses what is not TLS has a policy of its own, and with it loses the one that let alarms in. */
function letAlarmsPublish(topic: Topic, stage: string): void {
  const { account, partition, region } = Stack.of(topic);
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        // Names of alarms begin with their stack's.
        ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudwatch:${region}:${account}:alarm:${stage}-*` },
      },
    }),
  );
}

function subscribe(topic: Topic, { emails = [], urls = [] }: AlarmTargets): void {
  for (const email of emails) topic.addSubscription(new EmailSubscription(email));
  for (const url of urls) topic.addSubscription(new UrlSubscription(url));
}
