import { describe, expect, it } from 'vitest';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { createQueues } from '../../../../services/sqs/queues.ts';
import { redrive, redriveRequirements } from '../../../../services/sqs/redrive.ts';
import { buildDeployment, buildQueue } from '../../../../../test/builders/local-deployment.ts';

const dead = buildQueue({ name: 'dead' });
const shared = buildQueue({ name: 'shared-dead' });
const sending = (name: string, deadLetterArn: string) =>
  buildQueue({ name, redrive: { deadLetterArn, maxReceiveCount: 3 } });
const orders = sending('orders', dead.arn);
const deployment = buildDeployment({
  queues: [orders, dead, sending('one', shared.arn), sending('two', shared.arn), shared],
});

function open(...bodies: readonly string[]) {
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const queues = createQueues(deployment, { clock, journal });
  const messageAttributes = { reason: { DataType: 'String', StringValue: 'test' } };
  for (const body of bodies) queues.send(dead.arn, { body, messageAttributes });
  const move = (input: Readonly<Record<string, string>> = {}) =>
    redrive({ SourceArn: dead.arn, ...input }, deployment, queues);
  const bodiesOf = (arn: string) => queues.receive(arn, 100).map(({ body }) => body);
  return { queues, clock, move, bodiesOf };
}

describe('redrive', () => {
  it('moves all dead letters back to the one queue that they come from, as new messages in their order', () => {
    const bodies = Array.from({ length: 25 }, (_, n) => `m${n}`);
    const { queues, move } = open(...bodies);
    expect(move()).toEqual({ TaskHandle: expect.stringMatching(/^[\da-f-]{36}$/) as string });
    const moved = queues.receive(orders.arn, 100);
    expect(moved.map(({ body }) => body)).toEqual(bodies);
    expect(moved[0]).toMatchObject({
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: { reason: { StringValue: 'test' } },
    });
    expect(queues.counts(dead.arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it('moves them to another queue that is named', () => {
    const { move, bodiesOf } = open('a');
    move({ DestinationArn: shared.arn });
    expect([bodiesOf(shared.arn), bodiesOf(orders.arn)]).toEqual([['a'], []]);
  });

  it('leaves what somebody else has received, and has nothing to do with none', () => {
    const { queues, move, bodiesOf } = open('received', 'waits');
    queues.receive(dead.arn, 1);
    move();
    expect([bodiesOf(orders.arn), queues.counts(dead.arn).inFlight]).toEqual([['waits'], 1]);
    expect(move()).toHaveProperty('TaskHandle');
  });

  it.each([
    ['an unknown source', { SourceArn: 'arn:gone' }, 'ResourceNotFoundException', 'SourceArn'],
    ['an unknown destination', { DestinationArn: 'arn:gone' }, 'ResourceNotFoundException', 'DestinationArn'],
    [
      'a source that takes nobody’s dead letters',
      { SourceArn: orders.arn },
      'InvalidParameterValue',
      'Dead Letter Queue',
    ],
    [
      'such a source with a destination',
      { SourceArn: orders.arn, DestinationArn: dead.arn },
      'InvalidParameterValue',
      'Dead Letter Queue',
    ],
    [
      'dead letters of several queues',
      { SourceArn: shared.arn },
      'InvalidParameterValue',
      '2 queues send their dead letters to shared-dead',
    ],
  ])('refuses %s, and moves nothing', (_, input, code, problem) => {
    const { queues, move } = open('a');
    expect(() => move(input)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(problem) as unknown }),
    );
    expect(queues.counts(dead.arn).visible).toBe(1);
  });
});

describe('redriveRequirements', () => {
  it('asks for the task, and for what it does on the caller’s behalf to either queue', () => {
    const asked = redriveRequirements({ SourceArn: dead.arn }, deployment);
    expect(asked.map(({ action, resource }) => `${action} ${resource.split(':').at(-1)}`)).toEqual([
      'sqs:StartMessageMoveTask dead',
      'sqs:ReceiveMessage dead',
      'sqs:DeleteMessage dead',
      'sqs:GetQueueAttributes dead',
      'sqs:SendMessage orders',
    ]);
  });
});
