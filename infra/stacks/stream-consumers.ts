import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { MainTable } from '../constructs/main-table.ts';
import { ScheduledFunction } from '../constructs/scheduled-function.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';

/** Records that wait to be published are new items with the outbox's index key. */
const newOutboxItems = [{ eventName: ['INSERT'], dynamodb: { NewImage: { outboxPk: { S: [{ exists: true }] } } } }];

const ofBlocks = { Keys: { sk: { S: [{ prefix: 'BLOCK#' }] } } };
/**
 * What DynamoDB itself removed, since a block that a seller removed has cleaned up already; and what a new block of the same
 * root may have replaced: a filter cannot compare the images, so that the function chooses.
 */
const expiredBlocks = [
  {
    eventName: ['REMOVE'],
    userIdentity: { type: ['Service'], principalId: ['dynamodb.amazonaws.com'] },
    dynamodb: ofBlocks,
  },
  { eventName: ['MODIFY'], dynamodb: ofBlocks },
];

const unheard = 'The marketplace does not hear of blocks, and linked accounts are guarded later than they should be.';

export interface StreamFunctions {
  /** Put our own events on the bus. */
  readonly publishers: readonly ServiceFunction[];
  readonly deadLetters: readonly Queue[];
}

/** What follows the table: publishing the outbox, sweeping what the stream lost, and cleaning up behind expired blocks. */
export function addStreamConsumers(
  scope: Construct,
  context: StageContext & { readonly table: MainTable; readonly bus: EventBus },
): StreamFunctions {
  const { config, alarmTopic, table, bus } = context;
  const publishing = (consumer: ServiceFunction): ServiceFunction => {
    consumer.allow(['events:PutEvents'], [bus.eventBusArn], { StringEquals: { 'events:source': 'ssc' } });
    return consumer;
  };
  const environment = { BUS_NAME: bus.eventBusName };
  const publisher = publishing(
    new ServiceFunction(scope, 'OutboxPublisher', {
      ...context,
      name: 'outbox-publisher',
      timeout: Duration.seconds(30),
      environment,
      hurts: unheard,
    }),
  );
  const sweeper = publishing(
    new ServiceFunction(scope, 'OutboxSweeper', {
      ...context,
      name: 'outbox-sweeper',
      timeout: Duration.seconds(50),
      environment,
      hurts: 'Events that the stream lost stay unpublished.',
    }),
  );
  const cleaner = new ServiceFunction(scope, 'ExpiredBlockCleaner', {
    ...context,
    name: 'expired-block-cleaner',
    timeout: Duration.seconds(120),
    hurts: 'Nobody at once: markers of expired blocks stay, and cost the gate a second read.',
  });

  const streams = [
    { consumer: publisher, purpose: 'outbox', filters: newOutboxItems, hurts: unheard },
    { consumer: cleaner, purpose: 'expired-blocks', filters: expiredBlocks, hurts: 'Nobody at once: markers stay.' },
  ].map((stream) => new StreamConsumer(scope, `Stream ${stream.purpose}`, { config, alarmTopic, table, ...stream }));
  new ScheduledFunction(scope, 'Sweep', {
    config,
    name: 'outbox-sweep',
    description: 'Publishes what the stream lost',
    target: sweeper,
    everyMinutes: 1,
  });
  return { publishers: [publisher, sweeper], deadLetters: streams.map(({ deadLetters }) => deadLetters.queue) };
}
