import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import { AlertSchedules } from '../constructs/alert-schedules.ts';
import { applyGrants } from '../constructs/apply-grants.ts';
import type { Grantors } from '../constructs/apply-grants.ts';
import { CallerPolicy, allow } from '../constructs/caller-policy.ts';
import { EventRoute } from '../constructs/event-route.ts';
import { EventSubscriber } from '../constructs/event-subscriber.ts';
import type { LiveApi } from '../constructs/live-api.ts';
import { MailSender } from '../constructs/mail-sender.ts';
import { everySource, MarketplaceBus } from '../constructs/marketplace-bus.ts';
import { QueueConsumer } from '../constructs/queue-consumer.ts';
import { QueueHeartbeat } from '../constructs/queue-heartbeat.ts';
import { Schedule } from '../constructs/schedule.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { constructIdOf, nameOf } from '../constructs/stage-context.ts';
import type { StageContext } from '../constructs/stage-context.ts';
import { StreamConsumer } from '../constructs/stream-consumer.ts';
import { UnroutedEvents } from '../constructs/unrouted-events.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';
import { ofKind } from '../function-definition.ts';
import type { DeployedFunction, QueueFunction } from '../function-definition.ts';
import type { CallersStack } from './callers-stack.ts';
import type { DataStack } from './data-stack.ts';

export interface EventsStackProps extends StackProps, StageContext {
  readonly functions: readonly DeployedFunction[];
  readonly callers: CallersStack;
  readonly data: DataStack;
  readonly live: LiveApi;
}

/** The bus, and everything that works behind it: queues, the table's stream, the schedules. */
export class EventsStack extends Stack {
  /** What functions of other stacks are granted, too. */
  readonly grantors: Grantors;

  private readonly props: EventsStackProps;
  private readonly bus: MarketplaceBus;
  private readonly queues = new Map<string, WorkQueue>();

  constructor(scope: Construct, id: string, props: EventsStackProps) {
    super(scope, id, props);
    this.props = props;
    const { config, alarmTopics, live } = props;
    const { marketplace, ops } = props.callers.roles;
    this.bus = new MarketplaceBus(this, 'Bus', { config, marketplace, ops });
    this.grantors = {
      bus: this.bus,
      schedules: new AlertSchedules(this, 'AlertSchedules', { config, alarmTopics }),
      mails: new MailSender(this, 'MailSender', { config, alarmTopics }),
      live,
      receiptKeys: props.data.receiptKeys,
      queueOf: (name) => this.queueOf(name),
    };
    const deadLetters = [this.addUnroutedEvents(), ...this.addQueues(), ...this.addStreams(), ...this.addSubscribers()];
    this.addSchedules();
    this.bus.reserveOwnSource();
    this.letOpsReplay();
    this.letCallers([...[...this.queues.values()].map(({ queue }) => queue), ...deadLetters]);
    new CfnOutput(this, 'BusName', { value: this.bus.bus.eventBusName });
  }

  /** Functions behind queues, and the rules that bring events there. */
  private addQueues(): readonly Queue[] {
    const consumers = ofKind(this.props.functions, 'queue').map((definition) => {
      const { queue, consumer } = new QueueConsumer(this, definition.queue, { ...this.context, definition });
      this.queues.set(definition.queue, queue);
      return { definition, queue, consumer };
    });
    for (const { definition, queue, consumer } of consumers) {
      const { queue: name, events, grants = {} } = definition;
      if (events !== undefined) {
        new EventRoute(this, `Route ${name}`, {
          bus: this.bus.bus,
          name: nameOf(this.props.config, name),
          events,
          queue,
        });
      }
      applyGrants(consumer, grants, this.grantors);
      this.addHeartbeat(definition, queue, consumer);
    }
    return consumers.map(({ queue }) => queue.deadLetters);
  }

  private addHeartbeat(
    { queue: name, heartbeat, hurts }: QueueFunction,
    queue: WorkQueue,
    consumer: ServiceFunction,
  ): void {
    if (heartbeat === undefined) return;
    const { config, alarmTopics } = this.props;
    const { schedules } = this.grantors;
    const beat = { config, alarmTopics, schedules, queue, name, consumer, message: heartbeat, hurts };
    new QueueHeartbeat(this, `Heartbeat ${name}`, beat);
  }

  /** Functions that follow the table. */
  private addStreams(): readonly Queue[] {
    const { config, alarmTopics, table } = this.context;
    return ofKind(this.props.functions, 'stream').map((definition) => {
      const consumer = this.addFunction(definition);
      const id = `Stream ${definition.stream}`;
      return new StreamConsumer(this, id, { config, alarmTopics, table, consumer, definition }).deadLetters.queue;
    });
  }

  private addSchedules(): void {
    for (const definition of ofKind(this.props.functions, 'schedule')) {
      const target = this.addFunction(definition);
      const { config, alarmTopics } = this.props;
      new Schedule(this, definition.schedule.id, { config, alarmTopics, definition, target });
    }
  }

  /** Buses of others that our events are sent to. */
  private addSubscribers(): readonly Queue[] {
    const { config, alarmTopics } = this.props;
    const { bus } = this.bus;
    return config.subscribers.map((subscriber) => {
      const id = `Subscriber ${subscriber.name}`;
      return new EventSubscriber(this, id, { config, alarmTopics, bus, subscriber }).deadLetters.queue;
    });
  }

  private addUnroutedEvents(): Queue {
    const { config, alarmTopics, functions } = this.props;
    const routed = ofKind(functions, 'queue').flatMap(({ events = [] }) => events);
    return new UnroutedEvents(this, 'Unrouted', { config, alarmTopics, bus: this.bus.bus, routed }).deadLetters.queue;
  }

  private addFunction(definition: DeployedFunction): ServiceFunction {
    const made = new ServiceFunction(this, constructIdOf(definition.name), { ...this.context, definition });
    applyGrants(made, definition.grants ?? {}, this.grantors);
    return made;
  }

  private get context() {
    const { config, bundles, alarmTopics, data } = this.props;
    return { config, bundles, alarmTopics, table: data.table };
  }

  private queueOf(name: string): WorkQueue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`No function works on the queue ${name}.`);
    return queue;
  }

  /** The marketplace reports, and ops send again what was lost. */
  private letCallers(queues: readonly Queue[]): void {
    const { marketplace, ops } = this.props.callers.roles;
    const { eventBusArn } = this.bus.bus;
    new CallerPolicy(this, 'MarketplaceReports', {
      role: marketplace,
      statements: [allow(['events:PutEvents'], [eventBusArn], everySource('marketplace.*'))],
    });
    new CallerPolicy(this, 'OpsRedrives', {
      role: ops,
      statements: [
        allow(['events:PutEvents'], [eventBusArn]),
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
  }

  /** What is replayed goes to the rules of the bus alone, as it came: nobody speaks for the marketplace by it. */
  private letOpsReplay(): void {
    const { archiveArn } = this.bus.archive;
    const { eventBusArn } = this.bus.bus;
    const name = `${nameOf(this.props.config)}-*`;
    const replays = this.formatArn({ service: 'events', resource: 'replay', resourceName: name });
    const policy = new CallerPolicy(this, 'OpsReplay', {
      role: this.props.callers.roles.ops,
      statements: [
        allow(['events:StartReplay'], [archiveArn, eventBusArn, replays]),
        allow(['events:DescribeReplay', 'events:CancelReplay'], [replays]),
      ],
    });
    const arn = `arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:replay/${name}`;
    acknowledge(policy, `IAM5[Resource::${arn}]`, 'Replays that ops start; the name is theirs to choose.');
  }
}
