import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createQueues } from '../../../../services/sqs/queues.ts';
import type { Queues } from '../../../../services/sqs/queues.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { countingJournal } from '../../../builders/counting-journal.ts';
import { buildDeployment, buildQueue } from '../../../../../test/builders/local-deployment.ts';

const deadLetters = buildQueue({ name: 'ssc-local-orders-dead-letters', retentionSeconds: 1_209_600 });
const shortLived = buildQueue({ name: 'ssc-local-short', retentionSeconds: 60 });
const queue = buildQueue({ redrive: { deadLetterArn: deadLetters.arn, maxReceiveCount: 2 } });

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function open(directory?: string) {
  const journal = openJournal(directory);
  const clock = createClock(journal);
  return {
    clock,
    queues: createQueues(buildDeployment({ queues: [queue, deadLetters, shortLived] }), { clock, journal }),
  };
}
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'queues-'));
  folders.push(folder);
  return folder;
}

describe('createQueues', () => {
  it('delivers in order, with the attributes that SQS gives, and hides what is in flight', () => {
    const { queues } = open();
    const ids = ['a', 'b', 'c'].map((body) => queues.send(queue.arn, { body }));
    const received = queues.receive(queue.arn, 2);
    expect(received.map((message) => message.messageId)).toEqual(ids.slice(0, 2));
    expect(received[0]?.attributes).toMatchObject({ ApproximateReceiveCount: '1', SenderId: 'local' });
    expect(Number(received[0]?.attributes['SentTimestamp'])).toBeGreaterThan(1.7e12);
    expect(queues.counts(queue.arn)).toEqual({ visible: 1, inFlight: 2, delayed: 0 });
  });

  it('gives a message again after its visibility timeout on the local clock', () => {
    const { queues, clock } = open();
    queues.send(queue.arn, { body: 'a' });
    const [first] = queues.receive(queue.arn, 10);
    clock.advance(29);
    expect(queues.receive(queue.arn, 10)).toEqual([]);
    clock.advance(1.1);
    const [second] = queues.receive(queue.arn, 10);
    expect(second?.attributes['ApproximateReceiveCount']).toBe('2');
    expect(second?.attributes['ApproximateFirstReceiveTimestamp']).toBe(
      first?.attributes['ApproximateFirstReceiveTimestamp'],
    );
  });

  it('deletes by the latest receipt only', () => {
    const { queues, clock } = open();
    queues.send(queue.arn, { body: 'a' });
    const [first] = queues.receive(queue.arn, 1);
    clock.advance(31);
    const [second] = queues.receive(queue.arn, 1);
    queues.delete(queue.arn, first?.receiptHandle ?? '');
    expect(queues.counts(queue.arn).inFlight).toBe(1);
    queues.delete(queue.arn, second?.receiptHandle ?? '');
    expect(queues.counts(queue.arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    queues.delete(queue.arn, 'no handle of ours');
  });

  it('moves a message to the dead letters once it was received too often', () => {
    const { queues, clock } = open();
    const id = queues.send(queue.arn, {
      body: 'poison',
      messageAttributes: { reason: { DataType: 'String', StringValue: 'x' } },
    });
    for (let receive = 0; receive < 2; receive += 1) {
      expect(queues.receive(queue.arn, 1)).toHaveLength(1);
      clock.advance(31);
    }
    expect(queues.receive(queue.arn, 1)).toEqual([]);
    expect(queues.counts(queue.arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    const [buried] = queues.receive(deadLetters.arn, 1);
    expect(buried).toMatchObject({
      messageId: id,
      body: 'poison',
      attributes: { ApproximateReceiveCount: '1', DeadLetterQueueSourceArn: queue.arn },
      messageAttributes: { reason: { StringValue: 'x' } },
    });
  });

  it('delays a message, and changes and ends a visibility timeout', () => {
    const { queues, clock } = open();
    queues.send(queue.arn, { body: 'a', delaySeconds: 5 });
    expect(queues.counts(queue.arn).delayed).toBe(1);
    expect(queues.receive(queue.arn, 1)).toEqual([]);
    clock.advance(5);
    const [message] = queues.receive(queue.arn, 1);
    queues.changeVisibility(queue.arn, message?.receiptHandle ?? '', 100);
    clock.advance(50);
    expect(queues.receive(queue.arn, 1)).toEqual([]);
    queues.changeVisibility(queue.arn, message?.receiptHandle ?? '', 0);
    expect(queues.receive(queue.arn, 1)).toHaveLength(1);
  });

  it('gives a message once in one answer even without a visibility timeout', () => {
    const { queues } = open();
    queues.send(queue.arn, { body: 'a' });
    expect(queues.receive(queue.arn, 10, 0)).toHaveLength(1);
  });

  it('neither counts nor keeps on the disk what is past its retention, in flight or not', () => {
    const folder = makeFolder();
    const { queues, clock } = open(folder);
    for (const body of ['in flight', 'waiting']) queues.send(deadLetters.arn, { body: `canary ${body}` });
    queues.receive(deadLetters.arn, 1, 43_200);
    clock.advance(14 * 86_400 - 60);
    expect(queues.counts(deadLetters.arn)).toMatchObject({ visible: 2 });
    clock.advance(60);
    expect(queues.counts(deadLetters.arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(open(folder).queues.counts(deadLetters.arn)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    const onDisk = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(onDisk.join('')).not.toContain('canary');
  });

  it('does not restore what expired while nothing ran', () => {
    const folder = makeFolder();
    const { queues } = open(folder);
    queues.send(shortLived.arn, { body: 'canary' });
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    try {
      expect(open(folder).queues.counts(shortLived.arn).visible).toBe(0);
    } finally {
      vi.useRealTimers();
    }
    const onDisk = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(onDisk.join('')).not.toContain('canary');
  });

  it('drops dead letters after their retention on the local clock, and keeps what a consumer had no time for', () => {
    const { queues, clock } = open();
    queues.send(deadLetters.arn, { body: 'old' });
    queues.send(queue.arn, { body: 'waiting' });
    clock.advance(91 * 86_400);
    expect(queues.receive(deadLetters.arn, 1)).toEqual([]);
    expect(queues.receive(queue.arn, 1)).toHaveLength(1);
  });

  it('wakes who waits at a send, at an advance and when a timeout ends', async () => {
    const { queues, clock } = open();
    const sent = queues.wait(queue.arn, 60_000);
    queues.send(queue.arn, { body: 'a' });
    await sent;
    queues.receive(queue.arn, 1);
    const advanced = queues.wait(queue.arn, 60_000);
    clock.advance(31);
    await advanced;
    queues.receive(queue.arn, 1, 0.05);
    await queues.wait(queue.arn, 60_000);
    expect(queues.counts(queue.arn).visible).toBe(1);
  });

  it('forgets all on a purge and names an unknown queue', () => {
    const { queues } = open();
    queues.send(queue.arn, { body: 'a' });
    queues.purge(queue.arn);
    expect(queues.receive(queue.arn, 1)).toEqual([]);
    expect(() => queues.send('arn:aws:sqs:us-east-1:000000000000:none', { body: '' })).toThrow(
      /no queue arn:aws:sqs:us-east-1:000000000000:none/,
    );
  });

  it('has every message again after a restart, in flight ones at once, with their receive counts', () => {
    const folder = makeFolder();
    const before = open(folder).queues;
    before.send(queue.arn, { body: 'deleted' });
    before.send(queue.arn, { body: 'in flight' });
    before.send(queue.arn, { body: 'waiting' });
    before.send(deadLetters.arn, { body: 'dead' });
    const [deleted] = before.receive(queue.arn, 2);
    before.delete(queue.arn, deleted?.receiptHandle ?? '');
    for (let restart = 0; restart < 2; restart += 1) open(folder);
    const after = open(folder).queues;
    const received = after.receive(queue.arn, 10);
    expect(received.map((message) => [message.body, message.attributes['ApproximateReceiveCount']])).toEqual([
      ['in flight', '2'],
      ['waiting', '1'],
    ]);
    expect(after.receive(deadLetters.arn, 10).map((message) => message.body)).toEqual(['dead']);
  });

  it('writes three records a message, and few of them again, with twenty thousand messages', () => {
    const { journal, written, kept } = countingJournal();
    const clock = createClock(journal);
    const deployment = buildDeployment({ queues: [queue, deadLetters, shortLived] });
    const queues = createQueues(deployment, { clock, journal });
    expect(workThrough(queues, 20_000)).toBe(20_000);
    expect(written.appended).toBe(60_000);
    expect(written.rewritten).toBeLessThan(20_000);
    expect(kept('queues')).toBeLessThan(15_000);
    expect(createQueues(deployment, { clock, journal }).receive(queue.arn, 1)).toEqual([]);
  });

  it('stays small on disk', () => {
    const folder = makeFolder();
    expect(workThrough(open(folder).queues, 6_000)).toBe(6_000);
    // All that was ever written is three times that.
    expect(readFileSync(join(folder, 'queues.jsonl')).length).toBeLessThan(1_000_000);
    expect(open(folder).queues.receive(queue.arn, 1)).toEqual([]);
  });
});

/** Sends so many messages, and receives and deletes them all; answers how many came. */
function workThrough(queues: Queues, messages: number): number {
  for (let n = 0; n < messages; n += 1) queues.send(queue.arn, { body: `{"n":${n}}` });
  let count = 0;
  for (let batch = queues.receive(queue.arn, 10); batch.length > 0; batch = queues.receive(queue.arn, 10)) {
    count += batch.length;
    for (const message of batch) queues.delete(queue.arn, message.receiptHandle);
  }
  return count;
}
