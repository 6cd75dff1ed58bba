import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { CoverageStep } from '../contracts/messages/coverage-step.ts';
import { chunksOf } from '../kernel/chunks.ts';
import { correlationId } from '../logs/correlation.ts';
import { AppError } from '../kernel/errors.ts';
import { correlationAttribute } from '../events/message-correlation.ts';
import { requestBounds } from '../table/request-bounds.ts';

/** Where steps wait that are not done at once. */
export interface StepQueue {
  /** @throws AppError `unavailable` when one was not taken: all may be sent again, since a step that is done twice does nothing twice. */
  send(steps: readonly CoverageStep[]): Promise<void>;
}

/** SQS's limit. */
const messagesASend = 10;

export function createStepQueue(queueUrl: string, client = new SQSClient(requestBounds(3, 3000))): StepQueue {
  return {
    async send(steps) {
      for (const some of chunksOf(steps, messagesASend)) {
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: some.map((step, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(step),
              ...correlation(),
            })),
          }),
        );
        if (Failed.length > 0) throw new AppError('unavailable', `${Failed.length} steps were not taken.`);
      }
    },
  };
}

/** Steps of one chain go by the ID of what began it. */
function correlation() {
  const id = correlationId();
  return id === undefined
    ? {}
    : { MessageAttributes: { [correlationAttribute]: { DataType: 'String', StringValue: id } } };
}
