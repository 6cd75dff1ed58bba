import { afterEach, describe, expect, it } from 'vitest';
import { createQueues } from '../../../../services/sqs/queues.ts';
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

function open(refuses?: (request: AccessRequest) => boolean) {
  const deployment = buildDeployment({
    functions: [target],
    queues: [deadLetters],
    schedules: [schedule],
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
  return { scheduler, clock, invoked };
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

  it('does not start when its role may not invoke the function', () => {
    const { scheduler } = open((request) => request.action === 'lambda:InvokeFunction');
    expect(() => scheduler.start()).toThrow(/Test\/Sweep: .* may not lambda:InvokeFunction/);
  });
});
