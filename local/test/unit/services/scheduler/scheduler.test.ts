import { afterEach, describe, expect, it } from 'vitest';
import { createQueues } from '../../../../services/sqs/queues.ts';
import { compileSchedule } from '../../../../services/scheduler/schedule-expression.ts';
import { createScheduleBook } from '../../../../services/scheduler/schedule-book.ts';
import { createScheduler } from '../../../../services/scheduler/scheduler.ts';
import type { AccessRequest } from '../../../../core/access/access-request.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildQueue,
} from '../../../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../../../test/tooling/log-scan/collected-log.ts';

const at = (text: string) => Date.parse(text);

describe('compileSchedule', () => {
  it.each([
    ['rate(1 minute)', '2026-11-22T10:00:10Z', '2026-11-22T10:01:10Z'],
    ['rate(2 hours)', '2026-11-22T10:00:00Z', '2026-11-22T12:00:00Z'],
    ['at(2026-11-22T12:30:00)', '2026-11-22T10:00:00Z', '2026-11-22T12:30:00Z'],
    ['cron(0 12 * * ? *)', '2026-11-22T12:00:00Z', '2026-11-23T12:00:00Z'],
    ['cron(0/15 * * * ? *)', '2026-11-22T10:01:00Z', '2026-11-22T10:15:00Z'],
    ['cron(30 8 ? * MON-FRI *)', '2026-11-20T09:00:00Z', '2026-11-23T08:30:00Z'],
    ['cron(0 0 1 JAN,FEB ? 2027)', '2026-11-22T10:00:00Z', '2027-01-01T00:00:00Z'],
  ])('%s is due after %s at %s', (expression, after, due) => {
    const times = compileSchedule(expression, 'UTC');
    expect(times.firstDue(at(after), at('2028-01-01T00:00:00Z'))).toBe(at(due));
    expect(times.firstDue(at(after), at(due) - 1)).toBeUndefined();
  });

  it('reads the wall clock of its zone', () => {
    const berlin = compileSchedule('at(2026-03-29T03:30:00)', 'Europe/Berlin');
    expect(berlin.firstDue(0, at('2027-01-01T00:00:00Z'))).toBe(at('2026-03-29T01:30:00Z'));
    const tokyo = compileSchedule('cron(0 9 * * ? *)', 'Asia/Tokyo');
    expect(tokyo.firstDue(at('2026-11-22T00:00:00Z'), at('2026-11-24T00:00:00Z'))).toBe(at('2026-11-23T00:00:00Z'));
  });

  it.each([
    'every minute',
    'rate(0 minutes)',
    'rate(1 week)',
    'at(tomorrow)',
    'cron(0 12 * *)',
    'cron(0 12 L * ? *)',
    'cron(61 * * * ? *)',
  ])('refuses %s by name', (expression) => {
    expect(() => compileSchedule(expression, 'UTC')).toThrow(expression);
  });
});

const target = buildFunction();
const deadLetters = buildQueue({ name: 'ssc-local-schedule-dead-letters' });
const schedule = {
  name: 'sweep',
  arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/sweep',
  path: 'Test/Sweep',
  expression: 'rate(1 minute)',
  timeZone: 'UTC',
  enabled: true,
  targetArn: target.arn,
  roleArn: 'arn:aws:iam::000000000000:role/scheduler',
  deadLetterArn: deadLetters.arn,
};
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function open(refuses?: (request: AccessRequest) => boolean, input?: string) {
  const deployment = buildDeployment({
    functions: [target],
    queues: [deadLetters],
    schedules: [{ ...schedule, ...(input !== undefined && { input }) }],
  });
  const journal = openJournal(undefined);
  const clock = createClock(journal);
  const queues = createQueues(deployment, { clock, journal });
  const invoked: unknown[] = [];
  const scheduler = createScheduler(deployment, {
    clock,
    journal,
    queues,
    authorizer: buildAuthorizer(refuses),
    log: collectLog().log,
    book: createScheduleBook({ journal, clock }),
    invokeAsynchronously: async (_, payload) => void invoked.push(payload),
  });
  closers.push(() => scheduler.close());
  return { scheduler, clock, queues, invoked };
}

describe('createScheduler', () => {
  it('fires once after an advance, however often it fell due', () => {
    const { scheduler, clock, invoked } = open();
    scheduler.start();
    clock.advance(59);
    expect(invoked).toEqual([]);
    clock.advance(86_400);
    expect(invoked).toMatchObject([{ source: 'aws.scheduler', resources: [schedule.arn], detail: '{}' }]);
    clock.advance(61);
    expect(invoked).toHaveLength(2);
  });

  it('fills in the input of the schedule', () => {
    const { scheduler, clock, invoked } = open(undefined, '{"by":"<aws.scheduler.schedule-arn>","n":1}');
    scheduler.start();
    clock.advance(60);
    expect(invoked).toEqual([{ by: schedule.arn, n: 1 }]);
  });

  it('does not start when its role may not invoke the function', () => {
    const { scheduler } = open((request) => request.action === 'lambda:InvokeFunction');
    expect(() => scheduler.start()).toThrow(/Test\/Sweep: .* may not lambda:InvokeFunction/);
  });

  it('sends what it may no longer invoke to its dead letters', () => {
    let allowed = true;
    const { scheduler, clock, queues, invoked } = open(
      (request) => !allowed && request.action === 'lambda:InvokeFunction',
    );
    scheduler.start();
    allowed = false;
    clock.advance(60);
    expect(invoked).toEqual([]);
    expect(queues.receive(deadLetters.arn, 1)[0]?.body).toContain('Scheduled Event');
  });
});
