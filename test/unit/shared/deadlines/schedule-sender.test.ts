import { ConflictException, ThrottlingException } from '@aws-sdk/client-scheduler';
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import { describe, expect, it } from 'vitest';
import { createScheduleSender } from '../../../../shared/deadlines/schedule-sender.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';

describe('making a schedule', () => {
  const target = { group: 'g', roleArn: 'role', queueArn: 'queue', deadLetterArn: 'dead' };
  const timed = { name: 'one', at: noon + 60_000, message: { version: 1 } };
  const sender = (answer: (input: unknown) => unknown) =>
    createScheduleSender(
      { send: async (command: { input: unknown }) => answer(command.input) } as unknown as SchedulerClient,
      target,
      buildClock(),
    );

  it('asks for one that fires once, retries and is then gone', async () => {
    const sent: unknown[] = [];
    await sender((input) => sent.push(input)).add(timed);
    expect(sent).toEqual([
      {
        Name: 'one',
        GroupName: 'g',
        ScheduleExpression: 'at(2026-11-22T12:01:00)',
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: 'queue',
          RoleArn: 'role',
          Input: '{"version":1}',
          RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 },
          DeadLetterConfig: { Arn: 'dead' },
        },
      },
    ]);
  });

  it('asks for none where "never" is meant', async () => {
    const sent: unknown[] = [];
    await sender((input) => sent.push(input)).add({ ...timed, at: Date.parse('9999-12-31T23:59:59.999Z') });
    expect(sent).toEqual([]);
  });

  it('is done when it is there already, and fails for anything else', async () => {
    const failing = (error: Error) => sender(() => Promise.reject(error)).add(timed);
    const about = { message: 'no', Message: 'no', $metadata: {} };
    await expect(failing(new ConflictException(about))).resolves.toBeUndefined();
    await expect(failing(new ThrottlingException(about))).rejects.toThrow('no');
  });
});
