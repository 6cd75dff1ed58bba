import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Named, QueueFunction } from '../function-definition.ts';
import { namesBuyers } from '../retention.ts';
import { ServiceFunction } from './service-function.ts';
import type { ServiceFunctionProps } from './service-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface QueueConsumerProps extends ServiceFunctionProps {
  readonly definition: Named<QueueFunction>;
}

/** A queue and the one function that works on it. */
export class QueueConsumer extends Construct {
  readonly queue: WorkQueue;
  readonly consumer: ServiceFunction;

  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    super(scope, id);
    const {
      queue,
      events = [],
      maximumConcurrency,
      batchSize = 10,
      maximumWaitMinutes,
      timeoutSeconds,
      hurts,
    } = props.definition;
    this.queue = new WorkQueue(this, 'Queue', {
      ...props,
      purpose: queue,
      namesBuyers: events.some(namesBuyers),
      consumerTimeout: Duration.seconds(timeoutSeconds),
      maximumWait: Duration.minutes(maximumWaitMinutes),
      hurts,
    });
    this.consumer = new ServiceFunction(this, 'Consumer', props);
    this.queue.feed(this.consumer, { maximumConcurrency, batchSize });
  }
}
