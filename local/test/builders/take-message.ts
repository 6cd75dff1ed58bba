import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { Message } from '@aws-sdk/client-sqs';
import type { OpenEndpoint } from './open-endpoint.ts';

/** The next message of a queue, which is deleted with it; undefined when none comes within so many seconds. */
export async function takeMessage(aws: OpenEndpoint, queue: string, waitSeconds = 0): Promise<Message | undefined> {
  const QueueUrl = aws.queueUrl(queue);
  const { Messages } = await aws.sqs('ops').send(
    new ReceiveMessageCommand({
      QueueUrl,
      WaitTimeSeconds: waitSeconds,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    }),
  );
  const message = Messages?.[0];
  if (message?.ReceiptHandle !== undefined)
    await aws.sqs('ops').send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
  return message;
}
