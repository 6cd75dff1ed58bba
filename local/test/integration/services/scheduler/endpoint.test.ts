import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { CreateScheduleCommandInput } from '@aws-sdk/client-scheduler';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import type { OpenEndpoint } from '../../../builders/open-endpoint.ts';
import { useEndpoint } from '../../../builders/open-endpoint.ts';

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;
const orders = arn('sqs', 'ssc-local-orders');
const gate = arn('lambda', 'function:ssc-local-gate');
const GroupName = 'alerts';
const FlexibleTimeWindow = { Mode: 'OFF' } as const;

describe('EventBridge Scheduler at the AWS endpoint', () => {
  const aws = useEndpoint();

  let made = 0;
  const client = () => aws.scheduler(aws.functionKeys('ssc-local-gate'));
  const inSeconds = (seconds: number) => `at(${new Date(aws.clock.now() + seconds * 1000).toISOString().slice(0, 19)})`;
  const schedule = (overrides: Partial<CreateScheduleCommandInput> = {}, target: object = {}) => ({
    Name: `one-${(made += 1)}`,
    GroupName,
    ScheduleExpression: inSeconds(3_600),
    FlexibleTimeWindow,
    ActionAfterCompletion: 'DELETE' as const,
    ...overrides,
    Target: { Arn: orders, RoleArn: aws.roleArn('ScheduleRole'), Input: '{"due":1}', ...target },
  });
  const create = (overrides: Partial<CreateScheduleCommandInput> = {}, target: object = {}) =>
    client().send(new CreateScheduleCommand(schedule(overrides, target)));
  const get = (Name: string) => client().send(new GetScheduleCommand({ Name, GroupName }));
  const received = async (queue: string) => {
    const { Messages = [] } = await aws.sqs('ops').send(
      new ReceiveMessageCommand({
        QueueUrl: aws.queueUrl(queue),
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        VisibilityTimeout: 3_600,
      }),
    );
    return Messages;
  };

  it('keeps a schedule, fires it once at its time, and deletes it', async () => {
    const { ScheduleArn } = await create({ Name: 'kept', Description: 'once' });
    expect(ScheduleArn).toBe(arn('scheduler', 'schedule/alerts/kept'));
    expect(await get('kept')).toMatchObject({
      Arn: ScheduleArn,
      GroupName,
      State: 'ENABLED',
      Description: 'once',
      ActionAfterCompletion: 'DELETE',
      ScheduleExpressionTimezone: 'UTC',
      Target: { Arn: orders, Input: '{"due":1}', RetryPolicy: { MaximumRetryAttempts: 185 } },
      CreationDate: expect.any(Date) as Date,
    });
    aws.clock.advance(3_590);
    expect(await received('ssc-local-orders')).toEqual([]);
    aws.clock.advance(20);
    expect((await received('ssc-local-orders')).map(({ Body }) => Body)).toEqual(['{"due":1}']);
    await expect(get('kept')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('fires at once what was due in the past', async () => {
    await create({ ScheduleExpression: inSeconds(-120) }, { Input: 'late' });
    await expect.poll(async () => (await received('ssc-local-orders')).map(({ Body }) => Body)).toEqual(['late']);
  });

  it('answers a second one of the name as a conflict, and changes nothing', async () => {
    await create({ Name: 'twice' });
    await expect(create({ Name: 'twice', Description: 'other' })).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
    expect((await get('twice')).Description).toBeUndefined();
  });

  it('moves, deletes and lists schedules', async () => {
    const ScheduleExpression = inSeconds(7_200);
    await create({ Name: 'list-a' });
    await create({ Name: 'list-b' });
    await client().send(new UpdateScheduleCommand(schedule({ Name: 'list-a', ScheduleExpression })));
    expect((await get('list-a')).ScheduleExpression).toBe(ScheduleExpression);
    await client().send(new DeleteScheduleCommand({ Name: 'list-b', GroupName }));
    const ops = aws.scheduler('ops');
    const { Schedules } = await ops.send(new ListSchedulesCommand({ GroupName, NamePrefix: 'list-' }));
    expect(Schedules?.map(({ Name }) => Name)).toEqual(['list-a']);
    await create({ Name: 'list-c' });
    const first = await ops.send(new ListSchedulesCommand({ NamePrefix: 'list-', MaxResults: 1 }));
    const NextToken = first.NextToken ?? '';
    const second = await ops.send(new ListSchedulesCommand({ NamePrefix: 'list-', NextToken }));
    expect(second).toMatchObject({ Schedules: [{ Name: 'list-c' }] });
    expect(second.NextToken).toBeUndefined();
    await expect(client().send(new DeleteScheduleCommand({ Name: 'list-b', GroupName }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it.each([
    ['an instant with a fraction', { ScheduleExpression: 'at(2026-11-22T10:00:00.123)' }, {}, 'Invalid Schedule Expr'],
    ['no instant', { ScheduleExpression: 'at(2026-13-22T10:00:00)' }, {}, 'Invalid Schedule Expr'],
    ['no time zone', { ScheduleExpressionTimezone: 'Mars/Base' }, {}, 'Invalid Timezone'],
    ['a name with a slash', { Name: 'a/b' }, {}, 'Name'],
    ['a window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } }, {}, 'FlexibleTimeWindow'],
    ['what is not played here', { StartDate: new Date() }, {}, 'StartDate'],
    ['too short an age', {}, { RetryPolicy: { MaximumEventAgeInSeconds: 10 } }, 'MaximumEventAgeInSeconds'],
    ['an unknown target', {}, { Arn: arn('sqs', 'nowhere') }, 'nowhere'],
    ['an unknown dead-letter queue', {}, { DeadLetterConfig: { Arn: arn('sqs', 'nowhere') } }, 'nowhere'],
    ['an input that no function reads', {}, { Arn: gate, Input: '{' }, 'JSON'],
  ] as const)('refuses %s', async (_, overrides, target, message) => {
    await expect(create(overrides as object, target)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message) as string,
    });
  });

  it('refuses a group that the template does not hold, and a role that trusts another group', async () => {
    await expect(create({ GroupName: 'alerts2' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(create({}, { RoleArn: aws.roleArn('OtherGroupRole') })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    });
  });

  it('asks for the schedule and for the role that is passed, and records both', async () => {
    await expect(create({}, { RoleArn: aws.roleArn('GateRole') })).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('iam:PassRole') as string,
    });
    await expect(
      aws.scheduler('ops').send(new CreateScheduleCommand(schedule({ Name: 'of-ops' }))),
    ).rejects.toMatchObject({ name: 'AccessDeniedException', $metadata: { httpStatusCode: 403 } });
    await create({ Name: 'recorded' });
    expect(aws.recorder.recent().at(-1)).toMatchObject({
      service: 'scheduler',
      operation: 'CreateSchedule',
      caller: 'ssc-local-gate',
      statement: expect.stringContaining(', ') as string,
    });
  });

  it('invokes a function as an event: its failures go its own way, on the local clock', async () => {
    await create({ ScheduleExpression: inSeconds(10) }, { Arn: gate, Input: '{"fail":true}' });
    aws.clock.advance(11);
    await expect.poll(() => aws.lines.filter((line) => line.includes('ssc-local-gate failed'))).toHaveLength(1);
    expect(await received('ssc-local-orders-dead-letters')).toEqual([]);
    aws.clock.advance(61);
    await expect
      .poll(async () =>
        (await received('ssc-local-orders-dead-letters')).map(({ Body }) => JSON.parse(Body ?? '') as object),
      )
      .toMatchObject([
        {
          requestPayload: { fail: true },
          requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 2 },
        },
      ]);
  });

  it('loses a reply after the schedule was made, and can be made to fail', async () => {
    const inject = (fault: Parameters<OpenEndpoint['faults']['add']>[0][number]['fault']) =>
      aws.faults.add([{ service: 'scheduler', operation: 'CreateSchedule', function: 'gate', fault, times: 1 }]);
    inject({ kind: 'lost_reply' });
    await expect(create({ Name: 'lost' })).rejects.toThrow('socket hang up');
    await expect(create({ Name: 'lost' })).rejects.toMatchObject({ name: 'ConflictException' });
    inject({ kind: 'error', code: 'ThrottlingException', status: 429 });
    await expect(create({ Name: 'throttled' })).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(get('throttled')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
