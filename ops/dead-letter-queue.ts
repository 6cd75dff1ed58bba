import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { toQueueText } from '../shared/contracts/messages/queue-text.ts';
import type { DeadLetterQueue } from './dead-letter-queues.ts';
import type { DeadLetter } from './dead-letter.ts';
import { toDeadLetter } from './dead-letter.ts';
import { OpsError } from './ops-error.ts';

/** How many messages a queue holds; SQS knows it only about. */
export interface Counts {
  /** That can be received. */
  readonly waiting: number;
  /** That somebody works on, or that are delayed. */
  readonly busy: number;
}

/** One queue, as far as dead letters go. */
export interface OpenQueue {
  /** As deployed. */
  readonly name: string;
  counts(): Promise<Counts>;
  /** Its ARN, which tells account and region, too. */
  describe(): Promise<{ readonly arn: string }>;
  /** Ten dead letters at most, which nobody else sees for the next two minutes; none when there is none for a second. */
  receive(kind: DeadLetterQueue['kind']): Promise<readonly DeadLetter[]>;
  /** Lets others see a dead letter again at once. */
  release(deadLetter: DeadLetter): Promise<void>;
  remove(deadLetter: DeadLetter): Promise<void>;
  send(body: string): Promise<void>;
}

const hiddenSeconds = 120;

/** @throws OpsError when there is no such queue. */
export async function openQueue(client: SQSClient, stage: string, name: string): Promise<OpenQueue> {
  const deployed = `ssc-${stage}-${name}`;
  const QueueUrl = await findUrl(client, deployed);
  return {
    name: deployed,
    async counts() {
      const { Attributes: attributes = {} } = await client.send(
        new GetQueueAttributesCommand({
          QueueUrl,
          AttributeNames: [
            'ApproximateNumberOfMessages',
            'ApproximateNumberOfMessagesNotVisible',
            'ApproximateNumberOfMessagesDelayed',
          ],
        }),
      );
      const of = (attribute: keyof typeof attributes) => Number(attributes[attribute] ?? 0);
      return {
        waiting: of('ApproximateNumberOfMessages'),
        busy: of('ApproximateNumberOfMessagesNotVisible') + of('ApproximateNumberOfMessagesDelayed'),
      };
    },
    async describe() {
      const { Attributes: { QueueArn = '' } = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
      );
      return { arn: QueueArn };
    },
    async receive(kind) {
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: hiddenSeconds,
          // A poll that does not wait asks only some of SQS's servers, and can come back with nothing.
          WaitTimeSeconds: 1,
          MessageAttributeNames: ['All'],
        }),
      );
      return messages.map((message) => toDeadLetter(kind, message));
    },
    async release({ receiptHandle }) {
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: 0 }),
      );
    },
    async remove({ receiptHandle }) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receiptHandle }));
    },
    async send(body) {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: toQueueText(body) }));
    },
  };
}

/** Lets others see dead letters again; one that cannot be released shows again by itself in two minutes. */
export async function releaseAll(queue: OpenQueue, deadLetters: readonly DeadLetter[]): Promise<void> {
  for (let start = 0; start < deadLetters.length; start += 10)
    await Promise.allSettled(deadLetters.slice(start, start + 10).map((deadLetter) => queue.release(deadLetter)));
}

async function findUrl(client: SQSClient, name: string): Promise<string> {
  try {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: name }));
    return QueueUrl ?? '';
  } catch (error) {
    if (!(error instanceof Error) || !/NonExistentQueue|QueueDoesNotExist/.test(error.name)) throw error;
    throw new OpsError(
      `There is no queue ${name} in this account and region. Look at --stage and at the region; or the stage is deployed from another version.`,
      { cause: error },
    );
  }
}
