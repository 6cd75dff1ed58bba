import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { retention } from '../retention.ts';
import { acknowledge } from './acknowledge.ts';
import { ServiceAlarm } from './service-alarm.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface DeadLetterQueueProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  /** Without the `ssc-<stage>-` prefix. */
  readonly name: string;
  /** Whether its messages can hold usernames and avatars. */
  readonly namesBuyers: boolean;
  /** Who is hurt while messages wait here. */
  readonly hurts: string;
}

/** Where messages wait for a person: the first one alarms, and each goes when its retention is over, looked at or not. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      queueName: nameOf(props.config, props.name),
      retentionPeriod: Duration.days(props.namesBuyers ? retention.lettersWithNames : retention.deadLetters),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    acknowledge(this.queue, 'SQS3', 'It is the end of the line itself: a person looks, and redrives or deletes.');
    new ServiceAlarm(this, 'NotEmpty', {
      config: props.config,
      alarmTopics: props.alarmTopics,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      period: Duration.minutes(5),
      threshold: 1,
      hurts: `${nameOf(props.config, props.name)} holds messages. ${props.hurts}`,
      runbook: 'dead-letters-wait',
    });
  }
}
