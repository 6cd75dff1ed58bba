import type { Account } from '../../../core/assembly/resource.ts';
import type { LambdaTemplate } from '../model.ts';
import type { SqsTemplate } from '../../sqs/model.ts';
import type { DynamodbTemplate } from '../../dynamodb/model.ts';
import { createQueuePoller } from './queue-poller.ts';
import type { Poller, QueuePollerOptions } from './queue-poller.ts';
import { createStreamPoller } from './stream-poller.ts';
import type { StreamPoller, StreamPollerOptions } from './stream-poller.ts';

/** All event source mappings of the deployment, as one part. */
export interface EventSources extends Poller {
  /** Says that a table was written to: the streams' readers look at once. */
  hint(): void;
}

/** @throws Error naming the mapping that cannot work. */
export function createEventSources(
  deployment: Account & LambdaTemplate & SqsTemplate & DynamodbTemplate,
  options: StreamPollerOptions & QueuePollerOptions,
): EventSources {
  const streamArns = new Set(deployment.tables.map((table) => table.streamArn));
  const streams: StreamPoller[] = [];
  const queues: Poller[] = [];
  for (const mapping of deployment.eventSourceMappings) {
    if (streamArns.has(mapping.sourceArn)) streams.push(createStreamPoller(deployment, mapping, options));
    else queues.push(createQueuePoller(deployment, mapping, options));
  }
  const all = [...streams, ...queues];
  return {
    hint() {
      for (const stream of streams) stream.hint();
    },
    start() {
      for (const poller of all) poller.start();
    },
    async close() {
      await Promise.all(all.map((poller) => poller.close()));
    },
  };
}
