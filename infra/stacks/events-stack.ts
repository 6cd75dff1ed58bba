import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { CallerPolicy, allow } from '../constructs/caller-policy.ts';
import { EventRoute } from '../constructs/event-route.ts';
import type { LiveApi } from '../constructs/live-api.ts';
import { MarketplaceBus } from '../constructs/marketplace-bus.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { nameOf } from '../constructs/stage-context.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import { UnroutedEvents } from '../constructs/unrouted-events.ts';
import { eventRoutes } from '../event-routes.ts';
import type { CallersStack } from './callers-stack.ts';
import type { DataStack } from './data-stack.ts';
import { queueConsumers } from './queue-consumers.ts';
import { addSchedules } from './schedules.ts';
import { addStreamConsumers } from './stream-consumers.ts';

export interface EventsStackProps extends StackProps, StageContext {
  readonly callers: CallersStack;
  readonly data: DataStack;
  readonly live: LiveApi;
}

/** The bus, and everything that works behind it: queues, the table's stream, the schedule. */
export class EventsStack extends Stack {
  /** The gate sends here directly: an order that it stopped is no news for the bus before it is recorded. */
  readonly stoppedOrders: Queue;

  constructor(scope: Construct, id: string, props: EventsStackProps) {
    super(scope, id, props);
    const { callers, data, live, config, bundles, alarmTopic } = props;
    const context = { config, bundles, alarmTopic, table: data.table };
    const { marketplace, ops } = callers.roles;
    const marketplaceBus = new MarketplaceBus(this, 'Bus', { config, marketplace, ops });
    const { bus } = marketplaceBus;

    const queues: Queue[] = [];
    const consumers = new Map<keyof typeof queueConsumers, QueueConsumer>();
    const consumerOf = (purpose: keyof typeof queueConsumers): QueueConsumer => {
      const made = consumers.get(purpose);
      if (made) return made;
      const consumer = new QueueConsumer(this, purpose, { ...context, purpose, ...queueConsumers[purpose] });
      consumers.set(purpose, consumer);
      queues.push(consumer.queue.queue, consumer.queue.deadLetters);
      return consumer;
    };
    for (const purpose of Object.keys(eventRoutes) as (keyof typeof eventRoutes)[]) {
      new EventRoute(this, `Route ${purpose}`, {
        bus,
        name: nameOf(config, purpose),
        pattern: eventRoutes[purpose],
        queue: consumerOf(purpose).queue,
      });
    }
    this.stoppedOrders = consumerOf('stopped-orders').queue.queue;
    addSchedules(this, {
      ...context,
      deadlines: consumerOf('deadlines'),
      alertDeadlines: consumerOf('alert-deadlines'),
      notices: consumerOf('notices'),
      digests: consumerOf('digests'),
      accessNotices: consumerOf('access-notices'),
    });
    live.letPost(consumerOf('live').consumer);
    const unrouted = new UnroutedEvents(this, 'Unrouted', { config, alarmTopic, bus });
    const streams = addStreamConsumers(this, { ...context, bus });
    marketplaceBus.reserveOwnSource(streams.publishers.map(({ role }) => role));
    queues.push(unrouted.deadLetters.queue, ...streams.deadLetters);

    new CallerPolicy(this, 'MarketplaceReports', {
      role: marketplace,
      statements: [
        allow(['events:PutEvents'], [bus.eventBusArn], { StringLike: { 'events:source': 'marketplace.*' } }),
      ],
    });
    new CallerPolicy(this, 'OpsRedrives', {
      role: ops,
      statements: [
        allow(['events:PutEvents'], [bus.eventBusArn]),
        allow(
          [
            'sqs:ReceiveMessage',
            'sqs:DeleteMessage',
            'sqs:ChangeMessageVisibility',
            'sqs:SendMessage',
            'sqs:GetQueueAttributes',
            'sqs:GetQueueUrl',
            'sqs:PurgeQueue',
            'sqs:StartMessageMoveTask',
            'sqs:ListMessageMoveTasks',
            'sqs:CancelMessageMoveTask',
          ],
          queues.map(({ queueArn }) => queueArn),
        ),
      ],
    });
    new CfnOutput(this, 'BusName', { value: bus.eventBusName });
  }
}
