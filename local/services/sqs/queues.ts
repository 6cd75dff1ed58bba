import { randomUUID } from 'node:crypto';
import type { SqsTemplate, QueueModel } from './model.ts';
import type { Journal } from '../../core/state/journal.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { QueueMessage } from './message.ts';
import { restoreQueues } from './queue-journal.ts';
import type { QueueJournal } from './queue-journal.ts';
import { QueueState } from './queue-state.ts';
import type { StoredMessage } from './queue-state.ts';
import { createQueueWaiters } from './queue-waiters.ts';
import { readReceiptHandle, writeReceiptHandle } from './receipt-handle.ts';

export interface Queues {
  send(
    queueArn: string,
    message: {
      readonly body: string;
      readonly messageAttributes?: QueueMessage['messageAttributes'];
      readonly delaySeconds?: number;
    },
  ): string;
  receive(queueArn: string, maximum: number, visibilityTimeoutSeconds?: number): readonly QueueMessage[];
  delete(queueArn: string, receiptHandle: string): void;
  changeVisibility(queueArn: string, receiptHandle: string, seconds: number): void;
  purge(queueArn: string): void;
  /** As SQS names them: ApproximateNumberOfMessages, …NotVisible, …Delayed. */
  counts(queueArn: string): { readonly visible: number; readonly inFlight: number; readonly delayed: number };
  /** Resolves when a message may have become receivable, or after the wait. */
  wait(queueArn: string, milliseconds: number): Promise<void>;
}

/** The most that one receive takes, ours and not SQS's: the AWS endpoint keeps callers to ten, event source mappings take batches. */
const mostPerReceive = 10_000;

/**
 * Standard queues as SQS has them: visibility timeout, delay, retention, redrive to a dead-letter queue.
 *
 * Visibility and delay run on the local clock, so advancing it makes messages in flight visible again: a test of
 * a retry need not wait, and a consumer still at work may see its message twice, as SQS allows. Retention follows
 * the local clock only in queues without a redrive (dead letters). A queue with one is worked by a consumer, which
 * had no chance to work during a jump of 91 days; its messages keep to real time, as none would have been left.
 * What is past its retention goes when the clock is advanced, at the start, and whenever the queue is looked at.
 *
 * @throws Error naming an unknown queue.
 */
export function createQueues(
  deployment: SqsTemplate,
  options: { readonly clock: LocalClock; readonly journal: Journal },
): Queues {
  return new LocalQueues(deployment, options.clock, options.journal);
}

interface OpenedQueue {
  readonly model: QueueModel;
  readonly state: QueueState;
}

class LocalQueues implements Queues {
  readonly #clock: LocalClock;
  readonly #queues: ReadonlyMap<string, OpenedQueue>;
  readonly #journal: QueueJournal;
  readonly #waiters = createQueueWaiters();

  constructor(deployment: SqsTemplate, clock: LocalClock, journal: Journal) {
    this.#clock = clock;
    this.#queues = new Map(deployment.queues.map((model) => [model.arn, { model, state: new QueueState() }]));
    const states = new Map([...this.#queues].map(([arn, { state }]) => [arn, state]));
    this.#journal = restoreQueues(journal, states, {
      now: clock.now(),
      isKept: (queueArn, message) => {
        const queue = this.#queues.get(queueArn);
        return queue !== undefined && !this.#isExpired(queue.model, message);
      },
    });
    clock.onAdvance(() => {
      for (const queue of this.#queues.values()) this.#dropExpired(queue);
      this.#waiters.wakeAll();
    });
  }

  send(queueArn: string, { body, messageAttributes = {}, delaySeconds }: Parameters<Queues['send']>[1]): string {
    const { model, state } = this.#open(queueArn);
    const now = this.#clock.now();
    const message: StoredMessage = {
      id: randomUUID(),
      body,
      messageAttributes,
      sentAt: now,
      expiresAt: this.#expiryIn(model),
      receiveCount: 0,
      visibleAt: now + (delaySeconds ?? model.delaySeconds) * 1000,
    };
    state.add(message, now);
    this.#journal.append({ op: 'send', queue: queueArn, message });
    this.#waiters.wake(queueArn);
    return message.id;
  }

  receive(queueArn: string, maximum: number, visibilityTimeoutSeconds?: number): readonly QueueMessage[] {
    const queue = this.#open(queueArn);
    const seconds = visibilityTimeoutSeconds ?? queue.model.visibilityTimeoutSeconds;
    const received: QueueMessage[] = [];
    while (received.length < Math.min(maximum, mostPerReceive)) {
      const message = this.#takeDeliverable(queue);
      if (!message) break;
      const now = this.#clock.now();
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      message.visibleAt = now + seconds * 1000;
      const { id, receiveCount: count, firstReceivedAt } = message;
      this.#journal.append({ op: 'receive', queue: queueArn, id, count, firstReceivedAt });
      received.push(toReceived(message));
    }
    // Placed at the end: a timeout of 0 seconds would otherwise give one message twice in one answer.
    for (const { messageId } of received) {
      const message = queue.state.get(messageId);
      if (message) queue.state.place(message, this.#clock.now());
    }
    return received;
  }

  delete(queueArn: string, receiptHandle: string): void {
    const queue = this.#open(queueArn);
    const receipt = readReceiptHandle(receiptHandle);
    // Only the latest receipt deletes; an older one is answered as done, as SQS does.
    if (!receipt || queue.state.get(receipt.messageId)?.receiveCount !== receipt.receiveCount) return;
    this.#drop(queue, receipt.messageId);
  }

  changeVisibility(queueArn: string, receiptHandle: string, seconds: number): void {
    const { state } = this.#open(queueArn);
    const receipt = readReceiptHandle(receiptHandle);
    const message = receipt && state.get(receipt.messageId);
    if (!message || message.receiveCount !== receipt.receiveCount) return;
    const now = this.#clock.now();
    if (message.visibleAt <= now) return;
    message.visibleAt = now + seconds * 1000;
    state.place(message, now);
    if (seconds === 0) this.#waiters.wake(queueArn);
  }

  purge(queueArn: string): void {
    this.#open(queueArn).state.clear();
    this.#journal.append({ op: 'purge', queue: queueArn });
  }

  counts(queueArn: string): ReturnType<Queues['counts']> {
    const queue = this.#open(queueArn);
    this.#dropExpired(queue);
    return queue.state.counts(this.#clock.now());
  }

  wait(queueArn: string, milliseconds: number): Promise<void> {
    const { state } = this.#open(queueArn);
    const { visible } = state.counts(this.#clock.now());
    if (visible > 0) return Promise.resolve();
    const next = state.nextWake();
    // A timer takes whole milliseconds and may be one early: too soon would be a wake for nothing.
    const untilNext = next === undefined ? milliseconds : Math.max(1, Math.ceil(next - this.#clock.now()) + 1);
    return this.#waiters.wait(queueArn, Math.min(milliseconds, untilNext));
  }

  #open(queueArn: string): OpenedQueue {
    const queue = this.#queues.get(queueArn);
    if (!queue) throw new Error(`There is no queue ${queueArn} in the deployment.`);
    return queue;
  }

  /** Messages in their order, until one can be delivered; expired and exhausted ones leave on the way. */
  #takeDeliverable(queue: OpenedQueue): StoredMessage | undefined {
    const { model, state } = queue;
    const next = () => state.takeVisible(this.#clock.now());
    for (let message = next(); message; message = next()) {
      if (this.#isExpired(model, message)) this.#drop(queue, message.id);
      else if (model.redrive && message.receiveCount >= model.redrive.maxReceiveCount)
        this.#moveToDeadLetters(queue, model.redrive.deadLetterArn, message);
      else return message;
    }
    return undefined;
  }

  #moveToDeadLetters(from: OpenedQueue, to: string, message: StoredMessage): void {
    const target = this.#open(to);
    // SQS counts from the first queue's time stamp; from now on is kinder to a message that a jump of the clock made old.
    const expiresAt = this.#expiryIn(target.model);
    const moved: StoredMessage = { ...message, movedFrom: from.model.arn, receiveCount: 0, visibleAt: 0, expiresAt };
    delete moved.firstReceivedAt;
    from.state.remove(message.id);
    target.state.add(moved, this.#clock.now());
    this.#journal.append({ op: 'move', queue: from.model.arn, id: message.id, to, message: moved });
    this.#waiters.wake(to);
  }

  #drop({ model, state }: OpenedQueue, id: string): void {
    state.remove(id);
    this.#journal.append({ op: 'delete', queue: model.arn, id });
  }

  /** Drops what is past its retention, received or not: it would be counted otherwise. */
  #dropExpired(queue: OpenedQueue): void {
    const expired = [...queue.state.all()].filter((message) => this.#isExpired(queue.model, message));
    for (const { id } of expired) this.#drop(queue, id);
  }

  #isExpired(model: QueueModel, message: StoredMessage): boolean {
    return message.expiresAt <= this.#retentionNow(model);
  }

  #expiryIn(model: QueueModel): number {
    return this.#retentionNow(model) + model.retentionSeconds * 1000;
  }

  #retentionNow(model: QueueModel): number {
    return model.redrive ? this.#clock.realNow() : this.#clock.now();
  }
}

function toReceived(message: StoredMessage): QueueMessage {
  return {
    messageId: message.id,
    receiptHandle: writeReceiptHandle({ messageId: message.id, receiveCount: message.receiveCount }),
    body: message.body,
    attributes: {
      SentTimestamp: String(message.sentAt),
      ApproximateReceiveCount: String(message.receiveCount),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
      SenderId: 'local',
      ...(message.movedFrom !== undefined && { DeadLetterQueueSourceArn: message.movedFrom }),
    },
    messageAttributes: message.messageAttributes,
  };
}
