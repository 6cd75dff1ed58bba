import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { unroutedPattern } from '../event-patterns.ts';
import type { RoutedEvent } from '../event-patterns.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { nameOf } from './stage-context.ts';
import type { StageContext } from './stage-context.ts';

export interface UnroutedEventsProps extends Pick<StageContext, 'config' | 'alarmTopics'> {
  readonly bus: EventBus;
  /** All that some rule routes. */
  readonly routed: readonly RoutedEvent[];
}

/** Events of a type that no rule knows, kept with the reason: a producer's new or misspelt type is seen, not lost. */
export class UnroutedEvents extends Construct {
  readonly deadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: UnroutedEventsProps) {
    super(scope, id);
    const { config, alarmTopics, bus, routed } = props;
    this.deadLetters = new DeadLetterQueue(this, 'Events', {
      config,
      alarmTopics,
      name: 'unrouted-events',
      // Nobody has read what they hold.
      namesBuyers: true,
      hurts: 'A producer sends events that nothing here reads: what they report does not happen for sellers.',
    });
    const ruleName = nameOf(config, 'unrouted-events');
    // The L2 rule knows neither `$or` nor EventBridge's reserved variables.
    const rule = new CfnRule(this, 'Rule', {
      name: ruleName,
      description: 'Events that no other rule routes',
      eventBusName: bus.eventBusName,
      eventPattern: unroutedPattern(routed),
      targets: [
        {
          id: 'UnroutedEvents',
          arn: this.deadLetters.queue.queueArn,
          inputTransformer: {
            inputPathsMap: {},
            inputTemplate: '{"reason":"unknown_event_type","event":<aws.events.event.json>}',
          },
        },
      ],
    });
    this.deadLetters.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.deadLetters.queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rule.attrArn } },
      }),
    );
  }
}
