import { randomUUID } from 'node:crypto';
import type { SqsTemplate } from './model.ts';
import type { QueueModel } from './model.ts';
import type { Journal } from '../../core/state/journal.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { QueueMessage } from './message.ts';
import { restoreQueues } from './queue-journal.ts';
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
  const { clock } = options;
  const models = new Map(deployment.queues.map((model) => [model.arn, model]));
  const states = new Map(deployment.queues.map((model) => [model.arn, new QueueState()]));
  const waiters = createQueueWaiters();
  const retentionNow = (model: QueueModel) => (model.redrive ? clock.realNow() : clock.now());
  const isExpired = (model: QueueModel, message: StoredMessage) => message.expiresAt <= retentionNow(model);
  const journal = restoreQueues(options.journal, states, {
    now: clock.now(),
    isKept(queueArn, message) {
      const model = models.get(queueArn);
      return model !== undefined && !isExpired(model, message);
    },
  });

  const open = (queueArn: string) => {
    const model = models.get(queueArn);
    const state = states.get(queueArn);
    if (!model || !state) throw new Error(`There is no queue ${queueArn} in the deployment.`);
    return { model, state };
  };

  const drop = ({ model, state }: ReturnType<typeof open>, id: string): void => {
    state.remove(id);
    journal.append({ op: 'delete', queue: model.arn, id });
  };
  /** Drops what is past its retention, received or not: it would be counted otherwise. */
  const dropExpired = (queue: ReturnType<typeof open>): void => {
    const expired = [...queue.state.all()].filter((message) => isExpired(queue.model, message));
    for (const { id } of expired) drop(queue, id);
  };
  clock.onAdvance(() => {
    for (const arn of models.keys()) dropExpired(open(arn));
    waiters.wakeAll();
  });

  /** Messages in their order, until one can be delivered; expired and exhausted ones leave on the way. */
  const takeDeliverable = (queue: ReturnType<typeof open>): StoredMessage | undefined => {
    const { model, state } = queue;
    for (let message = state.takeVisible(clock.now()); message; message = state.takeVisible(clock.now())) {
      if (isExpired(model, message)) drop(queue, message.id);
      else if (model.redrive && message.receiveCount >= model.redrive.maxReceiveCount) {
        moveToDeadLetters(model, model.redrive.deadLetterArn, message);
      } else return message;
    }
    return undefined;
  };
  const moveToDeadLetters = (from: QueueModel, to: string, message: StoredMessage): void => {
    const target = open(to);
    // SQS counts from the first queue's time stamp; from now on is kinder to a message that a jump of the clock made old.
    const expiresAt = retentionNow(target.model) + target.model.retentionSeconds * 1000;
    const moved: StoredMessage = { ...message, movedFrom: from.arn, receiveCount: 0, visibleAt: 0, expiresAt };
    delete moved.firstReceivedAt;
    states.get(from.arn)?.remove(message.id);
    target.state.add(moved, clock.now());
    journal.append({ op: 'move', queue: from.arn, id: message.id, to, message: moved });
    waiters.wake(to);
  };

  return {
    send(queueArn, { body, messageAttributes = {}, delaySeconds }) {
      const { model, state } = open(queueArn);
      const now = clock.now();
      const message: StoredMessage = {
        id: randomUUID(),
        body,
        messageAttributes,
        sentAt: now,
        expiresAt: retentionNow(model) + model.retentionSeconds * 1000,
        receiveCount: 0,
        visibleAt: now + (delaySeconds ?? model.delaySeconds) * 1000,
      };
      state.add(message, now);
      journal.append({ op: 'send', queue: queueArn, message });
      waiters.wake(queueArn);
      return message.id;
    },
    receive(queueArn, maximum, visibilityTimeoutSeconds) {
      const queue = open(queueArn);
      const seconds = visibilityTimeoutSeconds ?? queue.model.visibilityTimeoutSeconds;
      const received: QueueMessage[] = [];
      while (received.length < Math.min(maximum, mostPerReceive)) {
        const message = takeDeliverable(queue);
        if (!message) break;
        const now = clock.now();
        message.receiveCount += 1;
        message.firstReceivedAt ??= now;
        message.visibleAt = now + seconds * 1000;
        const { id, receiveCount: count, firstReceivedAt } = message;
        journal.append({ op: 'receive', queue: queueArn, id, count, firstReceivedAt });
        received.push(toReceived(message));
      }
      // Placed at the end: a timeout of 0 seconds would otherwise give one message twice in one answer.
      for (const { messageId } of received) {
        const message = queue.state.get(messageId);
        if (message) queue.state.place(message, clock.now());
      }
      return received;
    },
    delete(queueArn, receiptHandle) {
      const { state } = open(queueArn);
      const receipt = readReceiptHandle(receiptHandle);
      // Only the latest receipt deletes; an older one is answered as done, as SQS does.
      if (!receipt || state.get(receipt.messageId)?.receiveCount !== receipt.receiveCount) return;
      state.remove(receipt.messageId);
      journal.append({ op: 'delete', queue: queueArn, id: receipt.messageId });
    },
    changeVisibility(queueArn, receiptHandle, seconds) {
      const { state } = open(queueArn);
      const receipt = readReceiptHandle(receiptHandle);
      const message = receipt && state.get(receipt.messageId);
      if (!message || message.receiveCount !== receipt.receiveCount) return;
      const now = clock.now();
      if (message.visibleAt <= now) return;
      message.visibleAt = now + seconds * 1000;
      state.place(message, now);
      if (seconds === 0) waiters.wake(queueArn);
    },
    purge(queueArn) {
      const { state } = open(queueArn);
      state.clear();
      journal.append({ op: 'purge', queue: queueArn });
    },
    counts(queueArn) {
      const queue = open(queueArn);
      dropExpired(queue);
      return queue.state.counts(clock.now());
    },
    wait(queueArn, milliseconds) {
      const { state } = open(queueArn);
      const { visible } = state.counts(clock.now());
      if (visible > 0) return Promise.resolve();
      const next = state.nextWake();
      // A timer takes whole milliseconds and may be one early: too soon would be a wake for nothing.
      const untilNext = next === undefined ? milliseconds : Math.max(1, Math.ceil(next - clock.now()) + 1);
      return waiters.wait(queueArn, Math.min(milliseconds, untilNext));
    },
  };
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
