import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { patternOf } from '../event-patterns.ts';
import type { RoutedEvent } from '../event-patterns.ts';
import type { WorkQueue } from './work-queue.ts';

export interface EventRouteProps {
  readonly bus: EventBus;
  readonly name: string;
  /** Of one source. */
  readonly events: readonly RoutedEvent[];
  readonly queue: WorkQueue;
}

/** Events of one purpose, from the bus into its queue; what cannot be delivered goes to the queue's dead letters. */
export class EventRoute extends Construct {
  constructor(scope: Construct, id: string, props: EventRouteProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      eventBus: props.bus,
      ruleName: props.name,
      eventPattern: patternOf(props.events),
      targets: [
        new SqsQueue(props.queue.queue, {
          deadLetterQueue: props.queue.deadLetters,
          // EventBridge's own limits, written down: without a dead-letter queue it would drop the event after them.
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
