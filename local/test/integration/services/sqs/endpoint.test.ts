import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../../builders/open-endpoint.ts';
import { takeMessage } from '../../../builders/take-message.ts';

const aws = useEndpoint();
const orders = 'ssc-local-orders';
const dead = 'ssc-local-orders-dead-letters';

describe('the AWS endpoint’s SQS', () => {
  it('takes a message and gives it with the digests that the SDK checks', async () => {
    const MessageAttributes = { reason: { DataType: 'String', StringValue: 'unreadable ü' } };
    await aws
      .sqs('ops')
      .send(new SendMessageCommand({ QueueUrl: aws.queueUrl(dead), MessageBody: '{"a":"ü"}', MessageAttributes }));
    const message = await takeMessage(aws, dead);
    expect(message).toMatchObject({
      Body: '{"a":"ü"}',
      MessageAttributes,
      Attributes: { ApproximateReceiveCount: '1' },
    });
    expect(await takeMessage(aws, dead)).toBeUndefined();
  });

  it('waits for a message as long as asked', async () => {
    const waiting = takeMessage(aws, dead, 5);
    await aws.sqs('ops').send(new SendMessageCommand({ QueueUrl: aws.queueUrl(dead), MessageBody: 'late' }));
    expect((await waiting)?.Body).toBe('late');
  });

  it('lets one entry of a batch fail alone', async () => {
    const QueueUrl = aws.queueUrl(dead);
    const Entries = [
      { Id: 'good', MessageBody: 'x' },
      { Id: 'bad', MessageBody: '\u0001' },
    ];
    const answer = await aws.sqs('ops').send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(answer).toMatchObject({
      Successful: [{ Id: 'good' }],
      Failed: [{ Id: 'bad', Code: 'InvalidMessageContents' }],
    });
    await takeMessage(aws, dead);
  });

  it('tells where queues are and how much they hold', async () => {
    const sqs = aws.sqs('ops');
    expect(await sqs.send(new GetQueueUrlCommand({ QueueName: orders }))).toMatchObject({
      QueueUrl: aws.queueUrl(orders),
    });
    expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls).toHaveLength(2);
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: aws.queueUrl(orders), AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      VisibilityTimeout: '30',
      RedrivePolicy: expect.stringContaining('"maxReceiveCount":3') as string,
    });
  });

  it('refuses a queue that does not exist, and a caller without permission, by the names that SDKs know', async () => {
    const send = (who: string, queue: string) =>
      aws.sqs(who).send(new SendMessageCommand({ QueueUrl: aws.queueUrl(queue), MessageBody: 'x' }));
    await expect(send('ops', 'none')).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
    await expect(send('marketplace', dead)).rejects.toMatchObject({
      message: expect.stringContaining('marketplace is not authorized to perform: sqs:SendMessage') as string,
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('moves dead letters back to where they came from', async () => {
    await aws.sqs('ops').send(new SendMessageCommand({ QueueUrl: aws.queueUrl(dead), MessageBody: 'again' }));
    await aws
      .sqs('ops')
      .send(new StartMessageMoveTaskCommand({ SourceArn: `arn:aws:sqs:us-east-1:000000000000:${dead}` }));
    expect((await takeMessage(aws, orders))?.Body).toBe('again');
  });
});
