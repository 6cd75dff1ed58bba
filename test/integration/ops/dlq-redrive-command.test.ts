import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, it } from 'vitest';
import { findDeadLetterQueue } from '../../../ops/dead-letter-queues.ts';
import { listDeadLetters } from '../../../ops/dlq-list-command.ts';
import { redrive } from '../../../ops/dlq-redrive-command.ts';
import { useEndpoint } from '../../../local/test/builders/open-endpoint.ts';

const aws = useEndpoint();

describe('dead letters, through the AWS endpoint', () => {
  const lines: string[] = [];
  const queue = findDeadLetterQueue('local', 'orders');
  const context = () => ({
    sqs: aws.sqs('ops'),
    events: aws.events('ops'),
    stage: 'local',
    write: (line: string) => void lines.push(line),
    ...(queue ? { queue } : {}),
  });
  const url = (name: string) => aws.queueUrl(`ssc-local-${name}`);
  const count = async (name: string) => {
    const { Attributes } = await aws
      .sqs('ops')
      .send(new GetQueueAttributesCommand({ QueueUrl: url(name), AttributeNames: ['All'] }));
    return [Attributes?.['ApproximateNumberOfMessages'], Attributes?.['ApproximateNumberOfMessagesNotVisible']];
  };
  const add = (body: string, reason = 'invalid_event') =>
    aws.sqs('ops').send(
      new SendMessageCommand({
        QueueUrl: url('orders-dead-letters'),
        MessageBody: body,
        MessageAttributes: { reason: { DataType: 'String', StringValue: reason } },
      }),
    );
  const received = async () => {
    const bodies: string[] = [];
    for (;;) {
      const { Messages = [] } = await aws
        .sqs('ops')
        .send(new ReceiveMessageCommand({ QueueUrl: url('orders'), MaxNumberOfMessages: 10 }));
      if (Messages.length === 0) return bodies;
      bodies.push(...Messages.map(({ Body }) => Body ?? ''));
    }
  };
  beforeEach(() => {
    lines.length = 0;
  });

  it('are listed with their reasons, exported with their bodies, and stay where they are', async () => {
    await add('{"secret":"mallory"}');
    await add('not json', 'malformed_json');
    const exported: string[] = [];
    await listDeadLetters(context(), (line) => void exported.push(line));
    expect(lines.join('\n')).toContain(
      'ssc-local-orders-dead-letters  2             1 invalid_event, 1 malformed_json',
    );
    expect(lines.join('\n')).not.toContain('mallory');
    expect(exported.map((line) => JSON.parse(line) as object)).toMatchObject([
      { queue: 'orders-dead-letters', reason: 'invalid_event', body: '{"secret":"mallory"}' },
      { reason: 'malformed_json', body: 'not json' },
    ]);
    expect(await count('orders-dead-letters')).toEqual(['2', '0']);

    const [first, second] = exported.map((line) => (JSON.parse(line) as { messageId: string }).messageId);
    const corrections = new Map([
      [first ?? '', 'better'],
      [second ?? '', null],
      ['long-gone', 'x'],
    ]);
    expect(await redrive({ ...context(), corrections, waitSeconds: 0 })).toBe(true);
    expect(await received()).toEqual(['better']);
    expect(await count('orders-dead-letters')).toEqual(['0', '0']);
    expect(lines.join('\n')).toContain('1 correction found no dead letter, e.g. of long-gone');
  });

  it('all go back to their queue, also many, and once', async () => {
    for (let start = 0; start < 60; start += 10) {
      const Entries = Array.from({ length: 10 }, (_, index) => ({
        Id: `${index}`,
        MessageBody: `body ${start + index}`,
      }));
      await aws.sqs('ops').send(new SendMessageBatchCommand({ QueueUrl: url('orders-dead-letters'), Entries }));
    }
    expect(await redrive({ ...context(), corrections: new Map(), waitSeconds: 0 })).toBe(true);
    expect(new Set(await received()).size).toBe(60);
    expect(lines.join('\n')).toMatch(/ssc-local-orders-dead-letters +60 +0 +0/);
    expect(await redrive({ ...context(), corrections: new Map(), waitSeconds: 0 })).toBe(true);
    expect(lines.at(-1)).toBe('There are no dead letters.');
  });

  it('are named when their queue refuses them, and when there is no such queue', async () => {
    await add('refused');
    aws.faults.add([{ service: 'sqs', operation: 'SendMessage', fault: { kind: 'error', code: 'KmsThrottled' } }]);
    expect(await redrive({ ...context(), corrections: new Map(), waitSeconds: 0 })).toBe(false);
    aws.faults.clear();
    expect(lines.join('\n')).toContain('Something is left');
    expect(await count('orders-dead-letters')).toEqual(['1', '0']);
    await expect(listDeadLetters({ ...context(), stage: 'nowhere' })).rejects.toThrow('Look at --stage');
  });
});
