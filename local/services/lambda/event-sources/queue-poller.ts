import type { Account } from '../../../core/assembly/resource.ts';
import type { LambdaTemplate, EventSourceMappingModel } from '../model.ts';
import type { SqsTemplate, QueueModel } from '../../sqs/model.ts';
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
  return new QueuePoller(deployment, mapping, options);
}

class QueuePoller implements Poller {
  readonly #deployment: Account & LambdaTemplate & SqsTemplate;
  readonly #mapping: EventSourceMappingModel;
  readonly #options: QueuePollerOptions;
  readonly #queue: QueueModel;
  readonly #passes: (message: QueueMessage) => boolean;
  readonly #running = new Set<Promise<void>>();
  #end: () => void = () => undefined;
  readonly #ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });
  #closing = false;
  #loop: Promise<void> | undefined;

  constructor(
    deployment: Account & LambdaTemplate & SqsTemplate,
    mapping: EventSourceMappingModel,
    options: QueuePollerOptions,
  ) {
    this.#deployment = deployment;
    this.#mapping = mapping;
    this.#options = options;
    this.#queue = findQueue(deployment, mapping);
    this.#passes = compileMessageFilter(mapping, deployment.region);
  }

  start(): void {
    const { arn, name, visibilityTimeoutSeconds } = this.#queue;
    const needs = actions.map((action) => ({ action, resource: arn }));
    const model = authorizeMapping(this.#deployment, this.#mapping, this.#options.authorizer, needs);
    if (visibilityTimeoutSeconds < model.timeoutSeconds) {
      throw new Error(
        `${this.#mapping.path}: the visibility timeout of ${name} (${visibilityTimeoutSeconds} s) is less than the timeout of ${model.name} (${model.timeoutSeconds} s).`,
      );
    }
    if (this.#mapping.enabled) this.#loop = this.#poll();
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#end();
    await withinClosingTime(Promise.all([this.#loop, ...this.#running]));
  }

  async #poll(): Promise<void> {
    const { queues, functions, log } = this.#options;
    const { functionArn, maximumConcurrency = Number.POSITIVE_INFINITY, path } = this.#mapping;
    const concurrency = Math.min(maximumConcurrency, functions.concurrency(functionArn));
    while (!this.#closing) {
      if (this.#running.size >= concurrency) {
        await Promise.race(this.#running);
        continue;
      }
      const batch = await this.#gather();
      if (batch.length === 0) {
        await Promise.race([queues.wait(this.#queue.arn, longPollMilliseconds), this.#ended]);
        continue;
      }
      const task: Promise<void> = this.#work(batch)
        .catch((error: unknown) => log(`${path}: a batch was not worked: ${String(error)}`))
        .finally(() => this.#running.delete(task));
      this.#running.add(task);
    }
  }

  /** One batch, waiting for more within the window once there is something. */
  async #gather(): Promise<readonly QueueMessage[]> {
    const { batchSize, maximumBatchingWindowSeconds } = this.#mapping;
    const batch = [...this.#take(batchSize)];
    const until = performance.now() + maximumBatchingWindowSeconds * 1000;
    while (batch.length > 0 && batch.length < batchSize && !this.#closing) {
      const left = until - performance.now();
      if (left <= 0) break;
      await this.#options.queues.wait(this.#queue.arn, left);
      batch.push(...this.#take(batchSize - batch.length));
    }
    return batch;
  }

  /** Receives what passes the filters and deletes the rest. */
  #take(most: number): readonly QueueMessage[] {
    const { queues } = this.#options;
    const kept: QueueMessage[] = [];
    for (const message of queues.receive(this.#queue.arn, most)) {
      if (this.#passes(message)) kept.push(message);
      else queues.delete(this.#queue.arn, message.receiptHandle);
    }
    return kept;
  }

  async #work(messages: readonly QueueMessage[]): Promise<void> {
    const { queues, functions } = this.#options;
    const { arn } = this.#queue;
    const { payload, functionError } = await functions.invoke(this.#mapping.functionArn, {
      Records: messages.map((message) => toSqsRecord(message, arn, this.#deployment.region)),
    });
    if (functionError !== undefined) return;
    const identifiers = new Set(messages.map((message) => message.messageId));
    const outcome = this.#mapping.reportsBatchItemFailures
      ? readBatchFailures(payload, identifiers)
      : ({ type: 'all_done' } as const);
    if (outcome.type === 'all_failed') return;
    for (const { messageId, receiptHandle } of messages) {
      if (outcome.type === 'some_failed' && outcome.failed.has(messageId)) continue;
      queues.delete(arn, receiptHandle);
    }
  }
}

function findQueue(deployment: Account & LambdaTemplate & SqsTemplate, mapping: EventSourceMappingModel): QueueModel {
  const queue = deployment.queues.find((candidate) => candidate.arn === mapping.sourceArn);
  if (!queue) throw new Error(`${mapping.path}: there is no queue ${mapping.sourceArn} in the deployment.`);
  return queue;
}
