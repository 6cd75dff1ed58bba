import { describe, expect, it } from 'vitest';
import type { AccessRequest } from '../../../../core/access/access-request.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { createScheduleFiring, groupArnOf } from '../../../../services/scheduler/schedule-firing.ts';
import { createQueues } from '../../../../services/sqs/queues.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildQueue,
} from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

const target = buildFunction();
const queue = buildQueue();
const deadLetters = buildQueue({ name: 'ssc-local-schedule-dead-letters' });
const arn = 'arn:aws:scheduler:us-east-1:000000000000:schedule/alerts/sweep';
const roleArn = 'arn:aws:iam::000000000000:role/schedules';
const model = {
  name: 'sweep',
  arn,
  path: 'Sweep',
  expression: 'rate(1 minute)',
  timeZone: 'UTC',
  enabled: true,
  targetArn: target.arn,
  roleArn,
  input: '{"n":1}',
  deadLetterArn: deadLetters.arn,
};
const at = Date.parse('2026-11-22T10:00:00Z');

function open(refuses?: (request: AccessRequest) => boolean) {
  const deployment = buildDeployment({ functions: [target], queues: [queue, deadLetters] });
  const journal = openJournal(undefined);
  const queues = createQueues(deployment, { clock: createClock(journal), journal });
  const authorizer = buildAuthorizer(refuses);
  const { lines, log } = collectLog();
  const invoked: unknown[] = [];
  const invokeAsynchronously = async (...call: unknown[]) => void invoked.push(call);
  const firing = createScheduleFiring(deployment, { queues, authorizer, log, invokeAsynchronously });
  return { firing, asked: authorizer.asked, lines, invoked, received: (arn: string) => queues.receive(arn, 10) };
}

describe('createScheduleFiring', () => {
  it('invokes a function with the input of the schedule, as JSON', async () => {
    const { firing, invoked } = open();
    await firing.fire({ ...model, input: '{"by":"<aws.scheduler.schedule-arn>"}' }, at);
    expect(invoked).toEqual([[target.arn, { by: arn }]]);
  });

  it('sends a queue the input as it is, JSON or not', async () => {
    const { firing, received } = open();
    await firing.fire({ ...model, targetArn: queue.arn, input: 'due' }, at);
    expect(received(queue.arn).map(({ body }) => body)).toEqual(['due']);
  });

  it.each([
    [target.arn, 'lambda:InvokeFunction'],
    [queue.arn, 'sqs:SendMessage'],
  ])('takes the role of the schedule in the name of its group, and asks that for %s', (targetArn, action) => {
    const { firing, asked } = open();
    expect(firing.findObstacle({ ...model, targetArn })).toBeUndefined();
    const role = { type: 'role', roleArn, accessKeyId: '', label: 'schedule sweep' };
    expect(asked.map(({ principal, action: of, resource }) => [principal, of, resource])).toEqual([
      [
        {
          type: 'service',
          service: 'scheduler.amazonaws.com',
          sourceArn: 'arn:aws:scheduler:us-east-1:000000000000:schedule-group/alerts',
          label: 'schedule sweep',
        },
        'sts:AssumeRole',
        roleArn,
      ],
      [role, action, targetArn],
      [role, 'sqs:SendMessage', deadLetters.arn],
    ]);
  });

  it.each<[string, object, string | undefined, string]>([
    ['an unknown target', { targetArn: 'arn:gone' }, undefined, 'arn:gone is neither a function nor a queue'],
    ['a role that cannot be taken', {}, 'sts:AssumeRole', 'may not sts:AssumeRole'],
    ['a target that the role may not reach', {}, 'lambda:InvokeFunction', 'may not lambda:InvokeFunction'],
    ['an input that no function reads', { input: '{' }, undefined, 'the input of a function must be JSON'],
    ['dead letters that the role may not reach', {}, 'sqs:SendMessage', 'may not sqs:SendMessage'],
  ])('finds %s', (_, overrides, refused, problem) => {
    const { firing } = open(({ action }) => action === refused);
    expect(firing.findObstacle({ ...model, ...overrides })).toContain(problem);
  });

  it.each([
    ['ResourceNotFoundException', { targetArn: 'arn:gone' }, undefined],
    ['AccessDeniedException', {}, 'lambda:InvokeFunction'],
    ['InvalidRequestContentException', { input: 'due' }, undefined],
  ])('sends what would have been sent to the dead letters, with %s', async (code, overrides, refused) => {
    const { firing, invoked, lines, received } = open(({ action }) => action === refused);
    const failing = { ...model, ...overrides };
    await firing.fire(failing, at);
    const [letter] = received(deadLetters.arn);
    expect(letter?.body).toBe(failing.input);
    const text = (StringValue: unknown) => ({ DataType: 'String', StringValue });
    expect(letter?.messageAttributes).toEqual({
      SCHEDULE_ARN: text(arn),
      TARGET_ARN: text(failing.targetArn),
      SCHEDULED_TIME: text('2026-11-22T10:00:00.000Z'),
      ERROR_CODE: text(code),
      ERROR_MESSAGE: text(expect.any(String)),
    });
    expect(invoked).toEqual([]);
    expect(lines).toEqual([expect.stringContaining(`Schedule sweep could not reach ${failing.targetArn}: `)]);
  });

  it.each<[string, object, string]>([
    ['there are none', { deadLetterArn: undefined }, 'lambda:InvokeFunction'],
    ['their queue is not there', { deadLetterArn: 'arn:gone' }, 'lambda:InvokeFunction'],
    ['the role cannot be taken at all', {}, 'sts:AssumeRole'],
  ])('only says so where %s', async (_, overrides, refused) => {
    const { firing, lines, received } = open(({ action }) => action === refused);
    await firing.fire({ ...model, ...overrides }, at);
    expect(received(deadLetters.arn)).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

describe('groupArnOf', () => {
  it('is the group that a schedule stands in', () => {
    expect(groupArnOf(arn)).toBe('arn:aws:scheduler:us-east-1:000000000000:schedule-group/alerts');
  });
});
