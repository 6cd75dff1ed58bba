import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../builders/open-endpoint.ts';

const aws = useEndpoint();
const orders = 'ssc-local-orders';
const dead = 'ssc-local-orders-dead-letters';
const takeOne = async (queue: string, wait = 0) => {
  const QueueUrl = aws.queueUrl(queue);
  const { Messages } = await aws.sqs('ops').send(
    new ReceiveMessageCommand({
      QueueUrl,
      WaitTimeSeconds: wait,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    }),
  );
  const message = Messages?.[0];
  if (message?.ReceiptHandle !== undefined)
    await aws.sqs('ops').send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
  return message;
};

describe('the AWS endpoint’s SQS', () => {
  it('takes a message and gives it with the digests that the SDK checks', async () => {
    const MessageAttributes = { reason: { DataType: 'String', StringValue: 'unreadable ü' } };
    await aws
      .sqs('ops')
      .send(new SendMessageCommand({ QueueUrl: aws.queueUrl(dead), MessageBody: '{"a":"ü"}', MessageAttributes }));
    const message = await takeOne(dead);
    expect(message).toMatchObject({
      Body: '{"a":"ü"}',
      MessageAttributes,
      Attributes: { ApproximateReceiveCount: '1' },
    });
    expect(await takeOne(dead)).toBeUndefined();
  });

  it('waits for a message as long as asked', async () => {
    const waiting = takeOne(dead, 5);
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
    await takeOne(dead);
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
    expect((await takeOne(orders))?.Body).toBe('again');
  });
});

describe('the AWS endpoint’s EventBridge', () => {
  const put = (who: string, ...entries: readonly object[]) =>
    aws.events(who).send(new PutEventsCommand({ Entries: entries as never }));
  const entry = {
    EventBusName: 'ssc-local',
    Source: 'marketplace.orders',
    DetailType: 'Order Status Changed',
    Detail: '{"orderId":"1"}',
  };

  it('takes events of the marketplace to the queues of the rules they match', async () => {
    expect(await put('marketplace', entry)).toMatchObject({
      FailedEntryCount: 0,
      Entries: [{ EventId: expect.any(String) as string }],
    });
    expect(JSON.parse((await takeOne(orders))?.Body ?? '')).toMatchObject({
      source: 'marketplace.orders',
      detail: { orderId: '1' },
    });
  });

  it('fails an entry by itself', async () => {
    expect(await put('marketplace', entry, { ...entry, Detail: 'no JSON' })).toMatchObject({ FailedEntryCount: 1 });
    await takeOne(orders);
  });

  it('refuses a source that the caller may not speak for, and callers who may not speak at all', async () => {
    await expect(put('marketplace', { ...entry, Source: 'ssc' })).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(put('order-service', entry)).rejects.toMatchObject({
      message: expect.stringContaining(
        'events:PutEvents on resource: arn:aws:events:us-east-1:000000000000:event-bus/ssc-local',
      ) as string,
    });
  });

  it('keeps to the limits of a request', async () => {
    await expect(put('marketplace', ...Array.from({ length: 11 }, () => entry))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(
      put('marketplace', { ...entry, Detail: JSON.stringify({ a: 'x'.repeat(256 * 1024) }) }),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('the AWS endpoint’s Lambda', () => {
  const invoke = (who: string, payload: object, FunctionName = 'ssc-local-gate') =>
    aws.lambda(who).send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload) }));

  it.each([
    'ssc-local-gate',
    'arn:aws:lambda:us-east-1:000000000000:function:ssc-local-gate',
  ])('invokes %s and answers what it answered', async (name) => {
    const { Payload, FunctionError, StatusCode } = await invoke('order-service', { a: 1 }, name);
    expect(FunctionError).toBeUndefined();
    expect(StatusCode).toBe(200);
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({ echo: { a: 1 } });
  });

  it('tells the error of a function apart from one of its own', async () => {
    const { Payload, FunctionError } = await invoke('order-service', { fail: true });
    expect(FunctionError).toBe('Unhandled');
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({
      errorType: 'TypeError',
      errorMessage: 'as asked',
    });
  });

  it('accepts an event, and checks a dry run, without waiting for an answer', async () => {
    const send = (InvocationType: 'Event' | 'DryRun') =>
      aws.lambda('order-service').send(new InvokeCommand({ FunctionName: 'ssc-local-gate', InvocationType }));
    expect((await send('Event')).StatusCode).toBe(202);
    expect((await send('DryRun')).StatusCode).toBe(204);
  });

  it('refuses wrong credentials, callers without permission, and a function that does not exist', async () => {
    await expect(
      aws
        .lambda({ accessKeyId: 'order-service', secretAccessKey: 'x' })
        .send(new InvokeCommand({ FunctionName: 'ssc-local-gate' })),
    ).rejects.toMatchObject({
      name: 'InvalidSignatureException',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(invoke('marketplace', {})).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(invoke('order-service', {}, 'none')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
