import type { Account } from '../../../core/assembly/resource.ts';
import type { LambdaTemplate } from '../model.ts';
import type { SqsTemplate } from '../../sqs/model.ts';
import type { EventSourceMappingModel } from '../model.ts';
import type { QueueModel } from '../../sqs/model.ts';
import type { Authorizer } from '../../../core/access/access-request.ts';
import type { Log } from '../../../core/log.ts';
import type { QueueMessage } from '../../sqs/message.ts';
import type { Queues } from '../../sqs/queues.ts';
import type { RunningFunctions } from '../functions.ts';
import { readBatchFailures } from './batch-failures.ts';
import { withinClosingTime } from './closing-time.ts';
import { authorizeMapping } from './mapping-permissions.ts';
import { compileMessageFilter } from './message-filter.ts';
import { toSqsRecord } from './sqs-record.ts';

export interface Poller {
  /** Begins to poll. Throws, naming what is refused, when the function's role may not. */
  start(): void;
  /** Takes nothing new and resolves when what is in work is done, or abandoned: it comes again after the next start. */
  close(): Promise<void>;
}

export interface QueuePollerOptions {
  readonly queues: Queues;
  readonly functions: Pick<RunningFunctions, 'invoke' | 'concurrency'>;
  readonly authorizer: Authorizer;
  readonly log: Log;
}

/** What Lambda's pollers need of the function's role; documented with the SQS event source. */
const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const longPollMilliseconds = 20_000;

/**
 * Works one queue with one function as Lambda's event source mapping does: batches, window, filters (a message
 * that passes none is deleted), partial batch failures, and concurrent batches up to the mapping's maximum or what the
 * function can take. What failed comes back after its visibility timeout.
 *
 * @throws Error naming the mapping for an unknown queue or a visibility timeout shorter than the function's.
 */
export function createQueuePoller(
  deployment: Account & LambdaTemplate & SqsTemplate,
  mapping: EventSourceMappingModel,
  options: QueuePollerOptions,
): Poller {
  const { queues, functions } = options;
  const queue = findQueue(deployment, mapping);
  const passes = compileMessageFilter(mapping);
  const running = new Set<Promise<void>>();
  let closing = false;
  let loop: Promise<void> | undefined;

  const work = async (messages: readonly QueueMessage[]): Promise<void> => {
    const { payload, functionError } = await functions.invoke(mapping.functionArn, {
      Records: messages.map((message) => toSqsRecord(message, queue.arn, deployment.region)),
    });
    if (functionError !== undefined) return;
    const identifiers = new Set(messages.map((message) => message.messageId));
    const outcome = mapping.reportsBatchItemFailures
      ? readBatchFailures(payload, identifiers)
      : ({ type: 'all_done' } as const);
    if (outcome.type === 'all_failed') return;
    for (const { messageId, receiptHandle } of messages) {
      if (outcome.type === 'some_failed' && outcome.failed.has(messageId)) continue;
      queues.delete(queue.arn, receiptHandle);
    }
  };

  /** Receives what passes the filters and deletes the rest. */
  const take = (most: number): readonly QueueMessage[] => {
    const kept: QueueMessage[] = [];
    for (const message of queues.receive(queue.arn, most)) {
      if (passes(message)) kept.push(message);
      else queues.delete(queue.arn, message.receiptHandle);
    }
    return kept;
  };

  const gather = async (): Promise<readonly QueueMessage[]> => {
    const batch = [...take(mapping.batchSize)];
    const until = performance.now() + mapping.maximumBatchingWindowSeconds * 1000;
    while (batch.length > 0 && batch.length < mapping.batchSize && !closing) {
      const left = until - performance.now();
      if (left <= 0) break;
      await queues.wait(queue.arn, left);
      batch.push(...take(mapping.batchSize - batch.length));
    }
    return batch;
  };

  const poll = async (): Promise<void> => {
    const concurrency = Math.min(
      mapping.maximumConcurrency ?? Number.POSITIVE_INFINITY,
      functions.concurrency(mapping.functionArn),
    );
    const stopped = new Promise<void>((resolve) => {
      wakeLoop = resolve;
    });
    while (!closing) {
      if (running.size >= concurrency) {
        await Promise.race(running);
        continue;
      }
      const batch = await gather();
      if (batch.length === 0) {
        await Promise.race([queues.wait(queue.arn, longPollMilliseconds), stopped]);
        continue;
      }
      const task: Promise<void> = work(batch)
        .catch((error: unknown) => options.log(`${mapping.path}: a batch was not worked: ${String(error)}`))
        .finally(() => running.delete(task));
      running.add(task);
    }
  };
  let wakeLoop: () => void = () => undefined;

  return {
    start() {
      const model = authorizeMapping(
        deployment,
        mapping,
        options.authorizer,
        actions.map((action) => ({ action, resource: queue.arn })),
      );
      if (queue.visibilityTimeoutSeconds < model.timeoutSeconds) {
        throw new Error(
          `${mapping.path}: the visibility timeout of ${queue.name} (${queue.visibilityTimeoutSeconds} s) is less than the timeout of ${model.name} (${model.timeoutSeconds} s).`,
        );
      }
      if (mapping.enabled) loop = poll();
    },
    async close() {
      closing = true;
      wakeLoop();
      await withinClosingTime(Promise.all([loop, ...running]));
    },
  };
}

function findQueue(deployment: Account & LambdaTemplate & SqsTemplate, mapping: EventSourceMappingModel): QueueModel {
  const queue = deployment.queues.find((candidate) => candidate.arn === mapping.sourceArn);
  if (!queue) throw new Error(`${mapping.path}: there is no queue ${mapping.sourceArn} in the deployment.`);
  return queue;
}
