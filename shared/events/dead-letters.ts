import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { toQueueText } from '../contracts/messages/queue-text.ts';
import { requestBounds } from '../table/request-bounds.ts';
import type { DeadLetter } from './dead-letter.ts';

/** Where a consumer puts the messages that it cannot read. */
export interface DeadLetters {
  /** Rejects when the letter was not taken: the message then stays in its queue. */
  add(body: string, letter: DeadLetter): Promise<void>;
}

/** A message and its attributes share SQS's size limit, so the attributes stay small. */
const longestDetail = 1000;

/** The body goes there as it was, so that the letter can be sent to its queue again; what the queue would not take is escaped. */
export function createDeadLetters(queueUrl: string, client = new SQSClient(requestBounds(3, 3000))): DeadLetters {
  return {
    async add(body, { reason, detail }) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: toQueueText(body),
          MessageAttributes: {
            reason: { DataType: 'String', StringValue: reason },
            // SQS refuses an attribute with an empty value.
            ...(detail === ''
              ? {}
              : { detail: { DataType: 'String', StringValue: toQueueText(detail.slice(0, longestDetail)) } }),
          },
        }),
      );
    },
  };
}
