import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Named, StreamFunction } from '../function-definition.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { MainTable } from './main-table.ts';
import { ServiceAlarm } from './service-alarm.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageContext } from './stage-context.ts';

export interface StreamConsumerProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly table: MainTable;
  readonly consumer: ServiceFunction;
  readonly definition: Named<StreamFunction>;
}

/**
 * Feeds the table's stream to a function. By default Lambda would retry a bad record for ever and block its shard:
 * here a failing batch is halved, retried a few times, and what still fails is named in the dead letters.
 */
export class StreamConsumer extends Construct {
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: StreamConsumerProps) {
    super(scope, id);
    const { config, alarmTopics, table, consumer } = props;
    const { stream, filters, behindHurts: hurts } = props.definition;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      config,
      alarmTopics,
      name: `${stream}-dead-letters`,
      // Only where records lay.
      namesBuyers: false,
      hurts,
    });
    const mapping = new EventSourceMapping(this, 'Mapping', {
      target: consumer.function,
      eventSourceArn: table.streamArn,
      // Nothing that was written before the mapping existed is missed.
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(6),
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(this.deadLetters.queue),
      filters: filters.map((filter) => ({ pattern: JSON.stringify(filter) })),
    });
    consumer.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [table.streamArn],
    );
    // The mapping is refused at creation while the role cannot read the stream.
    mapping.node.addDependency(consumer.role);
    new ServiceAlarm(this, 'Behind', {
      config,
      alarmTopics,
      metric: consumer.function.metric('IteratorAge', { statistic: 'Maximum' }),
      period: Duration.minutes(1),
      periods: 3,
      threshold: Duration.minutes(1).toMilliseconds(),
      hurts: `The ${stream} stream is behind. ${hurts}`,
      runbook: 'a-stream-is-behind',
    });
  }
}
