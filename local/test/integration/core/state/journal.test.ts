import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../../../core/state/clock.ts';
import type { LocalClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import type { OpenJournal } from '../../../../core/state/journal.ts';
import { createTtlRemovals } from '../../../../services/dynamodb/ttl-removals.ts';
import { openStreamCheckpoint } from '../../../../services/lambda/event-sources/stream-checkpoint.ts';
import { createScheduleBook } from '../../../../services/scheduler/schedule-book.ts';
import { createScheduler } from '../../../../services/scheduler/scheduler.ts';
import { createQueues } from '../../../../services/sqs/queues.ts';
import { buildAuthorizer, buildDeployment, buildQueue } from '../../../../../test/builders/local-deployment.ts';

/** Written by an earlier version of the runtime, and not to be written again: folders of users hold the same. */
const written = fileURLToPath(new URL('../../../fixtures/journal', import.meta.url));
const days = { retentionSeconds: 3_000_000_000 };
const deadLetters = buildQueue({ name: 'ssc-local-orders-dead-letters', ...days });
const orders = buildQueue({ redrive: { deadLetterArn: deadLetters.arn, maxReceiveCount: 1 }, ...days });
const deployment = buildDeployment({ queues: [orders, deadLetters] });

describe('a data folder of an earlier version', () => {
  let folder = '';
  let journal: OpenJournal;
  let clock: LocalClock;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earlier-'));
    cpSync(written, folder, { recursive: true });
    journal = openJournal(folder);
    clock = createClock(journal);
  });
  afterEach(() => {
    journal.close();
    rmSync(folder, { recursive: true });
  });

  it('tells the clock, the engine and the demo', () => {
    expect(Math.round((clock.now() - clock.realNow()) / 1000)).toBe(10_800);
    expect(journal.replay('engine')).toEqual(['dynoxide']);
    expect(journal.replay('demo')).toEqual([{ shopId: '7494049642642441621' }]);
  });

  it('holds what lay in the queues: what was in flight has been received too often, and is a dead letter now', () => {
    const queues = createQueues(deployment, { clock, journal });
    expect(queues.receive(orders.arn, 10).map(({ body }) => body)).toContain('waits');
    const dead = queues.receive(deadLetters.arn, 10);
    expect(dead.map(({ body }) => body)).toEqual(['exhausted', 'in flight']);
    expect(dead[0]).toMatchObject({
      messageId: 'a5ca51ea-f484-4dbf-af80-a926ecce49e0',
      messageAttributes: { reason: { DataType: 'String', StringValue: 'test' } },
      attributes: { SentTimestamp: '1596067498027', DeadLetterQueueSourceArn: orders.arn },
    });
  });

  it('holds the schedules that callers made, and which have fired', () => {
    const book = createScheduleBook({ journal, clock });
    const standing = [...book.all()].map(({ model, completed }) => [model.name, completed]);
    expect(standing.toSorted()).toEqual([
      ['far', false],
      ['hourly', false],
      ['kept', true],
    ]);
    // It fired last at 1596074698259.
    expect(book.takeDue(1_596_074_698_259 + 3_599_999)).toEqual([]);
    const due = book.takeDue(1_596_074_698_259 + 3_600_000);
    expect(due.map(({ model }) => model.name)).toEqual(['hourly']);
  });

  it('knows when the template’s schedules fired last', async () => {
    const fired: number[] = [];
    const schedule = {
      name: 'sweep',
      arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/sweep',
      path: 'Sweep',
      expression: 'rate(1 minute)',
      timeZone: 'UTC',
      enabled: true,
      targetArn: orders.arn,
      roleArn: 'arn:aws:iam::000000000000:role/schedules',
    };
    const queues = createQueues(deployment, { clock, journal });
    const scheduler = createScheduler(buildDeployment({ queues: [orders, deadLetters], schedules: [schedule] }), {
      clock,
      journal,
      queues: { ...queues, send: () => String(fired.push(clock.now())) },
      authorizer: buildAuthorizer(),
      book: { takeDue: () => [] },
      invokeAsynchronously: () => Promise.resolve(),
      log: () => undefined,
    });
    scheduler.start();
    // A rate that had no last firing would begin to count here.
    clock.advance(1);
    await scheduler.close();
    expect(fired).toHaveLength(1);
  });

  it('tells which removals were by time to live, and how far a mapping has come', () => {
    const removals = createTtlRemovals(journal, () => Date.now());
    expect(removals.has('ssc-local', { sk: { S: 'b' }, pk: { S: 'a' } }, '1700000000')).toBe(true);
    expect(removals.has('ssc-local', { pk: { S: 'c' }, sk: { S: 'd' } }, '1700000000')).toBe(false);
    expect(openStreamCheckpoint(journal, 'Stack/Stream outbox/Mapping').get()).toEqual({
      shardId: 'shard-1',
      sequenceNumber: '000000000000000000042',
    });
  });
});
