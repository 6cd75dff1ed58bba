import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as ToBus } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { ownSource } from '../../shared/contracts/events/parts/own-source.ts';
import type { StageConfig } from '../settings/settings-schema.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface EventSubscriberProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly bus: EventBus;
  readonly subscriber: StageConfig['subscribers'][number];
}

/**
 * Sends our own events to a bus of another account or region, whose own policy has to let the rule's role in. Not a right
 * to make rules on our bus: what leaves is then in the stage's file, and what is not delivered has dead letters.
 */
export class EventSubscriber extends Construct {
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, { config, alarmTopics, bus, subscriber }: EventSubscriberProps) {
    super(scope, id);
    const { name, bus: arn, types } = subscriber;
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      config,
      alarmTopics,
      name: `to-${name}-dead-letters`,
      namesBuyers: false,
      hurts: `${name} does not get our events: what it does upon them does not happen.`,
    });
    new Rule(this, 'Rule', {
      eventBus: bus,
      ruleName: nameOf(config, `to-${name}`),
      description: `Our own events, for ${name}`,
      eventPattern: { source: [ownSource], ...(types && { detailType: types }) },
      targets: [new ToBus(EventBus.fromEventBusArn(this, 'Bus', arn), { deadLetterQueue: this.deadLetters.queue })],
    });
  }
}
