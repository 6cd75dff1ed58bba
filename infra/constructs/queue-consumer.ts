import type { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ServiceFunction } from './service-function.ts';
import type { ServiceFunctionProps } from './service-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface QueueConsumerProps extends ServiceFunctionProps {
  /** The queue's name without the `ssc-<stage>-` prefix. */
  readonly purpose: string;
  /** Invocations at once, 2 or more. */
  readonly maximumConcurrency: number;
  readonly maximumWait: Duration;
}

/** A queue and the one function that works on it. */
export class QueueConsumer extends Construct {
  readonly queue: WorkQueue;
  readonly consumer: ServiceFunction;

  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    super(scope, id);
    this.queue = new WorkQueue(this, 'Queue', { ...props, consumerTimeout: props.timeout });
    this.consumer = new ServiceFunction(this, 'Consumer', props);
    this.queue.feed(this.consumer, props);
  }
}
