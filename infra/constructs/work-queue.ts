import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { retention } from '../retention.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface WorkQueueProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly purpose: string;
  /** Whether its messages can hold usernames and avatars. */
  readonly namesBuyers: boolean;
  /** The consumer's timeout, from which the visibility timeout follows. */
  readonly consumerTimeout: Duration;
  /** Alarms when the oldest message has waited this long. */
  readonly maximumWait: Duration;
  /** Who is hurt when messages wait, or end in the dead letters. */
  readonly hurts: string;
}

/** One purpose's queue, with its dead letters and alarms. */
export class WorkQueue extends Construct {
  private readonly purpose: string;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { config, alarmTopics, purpose, namesBuyers, hurts } = props;
    this.purpose = purpose;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      config,
      alarmTopics,
      name: `${purpose}-dead-letters`,
      namesBuyers,
      hurts,
    }).queue;
    this.queue = new Queue(this, 'Queue', {
      queueName: nameOf(config, purpose),
      // AWS asks for six times the function's timeout, for Lambda's own retries of a throttled invocation.
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
      // A dead letter keeps its first sending time: the dead letters' days must be more than these.
      retentionPeriod: Duration.days(retention.queue),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
    new ServiceAlarm(this, 'Waiting', {
      config,
      alarmTopics,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum' }),
      period: Duration.minutes(1),
      periods: 3,
      threshold: props.maximumWait.toSeconds(),
      // The consumer asks its queue all the time, and a queue that is asked is measured: silence is a consumer that is gone.
      silence: 'alarms',
      hurts: `${nameOf(config, purpose)} is behind. ${hurts}`,
      runbook: 'a-queue-is-behind',
    });
  }

  /** Messages that fail are retried alone, and the consumer may put what it cannot read into the dead letters itself. */
  feed(
    consumer: ServiceFunction,
    { maximumConcurrency, batchSize }: { readonly maximumConcurrency: number; readonly batchSize: number },
  ): void {
    consumer.function.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        maxConcurrency: maximumConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    consumer.allow(['sqs:SendMessage'], [this.deadLetters.queueArn]);
    consumer.function.addEnvironment('DEAD_LETTER_QUEUE_URL', this.deadLetters.queueUrl);
  }
  /** Lets a function send to it directly, and tells it where: `STOPPED_ORDERS_QUEUE_URL`. */
  letSend(sender: ServiceFunction): void {
    sender.allow(['sqs:SendMessage'], [this.queue.queueArn]);
    sender.function.addEnvironment(`${this.purpose.toUpperCase().replaceAll('-', '_')}_QUEUE_URL`, this.queue.queueUrl);
  }
}
