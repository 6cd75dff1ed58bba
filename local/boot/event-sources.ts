import type { Deployment } from '../assembly/deployment.ts';
import { createQueuePoller, type Poller, type QueuePollerOptions } from '../messaging/queue-poller.ts';
import { createStreamPoller, type StreamPoller, type StreamPollerOptions } from '../messaging/stream-poller.ts';
import type { CallRecorder, RecordedCall } from '../ports.ts';

/** All event source mappings of the deployment, as one part. */
export interface EventSources extends Poller {
  /** Says that a table was written to: the streams' readers look at once. */
  hint(): void;
}

/** @throws Error naming the mapping that cannot work. */
export function createEventSources(
  deployment: Deployment,
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

const writes = /^(Put|Update|Delete|BatchWrite)Item$|^TransactWriteItems$/;

/** The recorder, which also tells of each write to a table as the door performs it. */
export function withWriteHints(recorder: CallRecorder, hint: () => void): CallRecorder {
  return {
    ...recorder,
    record(call: RecordedCall) {
      recorder.record(call);
      if (call.service === 'dynamodb' && writes.test(call.operation)) hint();
    },
  };
}
