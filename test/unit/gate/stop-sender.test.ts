import type { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { createMeter } from '../../../shared/gate/meter.ts';
import { type StoppedCandidates, stoppedCandidates } from '../../../shared/gate/contract.ts';
import { createStopSender } from '../../../shared/gate/stop-sender.ts';

const message: StoppedCandidates = {
  version: 1,
  candidates: [
    {
      shopId: 's',
      buyerId: 'b',
      occasion: 'hour#1',
      decidedAt: '2026-11-22T12:00:00.000Z',
      blocks: [{ root: 'b', blockId: 'x' }],
    },
  ],
};
const client = (send: (command: { input: { QueueUrl: string; MessageBody: string } }) => Promise<unknown>) =>
  ({ send }) as unknown as SQSClient;

describe('the sender of stopped orders', () => {
  it('sends one message that its consumer can read', async () => {
    const bodies: string[] = [];
    const sender = createStopSender(
      client(async ({ input }) => bodies.push(input.MessageBody)),
      'https://queue',
    );
    await sender(message, AbortSignal.timeout(1000));
    expect(bodies.map((body) => stoppedCandidates.parse(JSON.parse(body)))).toEqual([message]);
  });

  it('stays within one message for 50 candidates of the longest names', async () => {
    const id = 'x'.repeat(64);
    const blocks = Array.from({ length: 20 }, () => ({ root: id, blockId: '0'.repeat(26) }));
    const candidates = Array.from({ length: 50 }, () => ({
      shopId: id,
      buyerId: id,
      occasion: `checkout#${id}`,
      decidedAt: '2026-11-22T12:00:00.000Z',
      blocks,
    }));
    expect(Buffer.byteLength(JSON.stringify(stoppedCandidates.parse({ version: 1, candidates })))).toBeLessThan(
      256 * 1024,
    );
  });

  it('fails when the queue does, and at the deadline at the latest', async () => {
    await expect(
      createStopSender(
        client(() => Promise.reject(new Error('no'))),
        'q',
      )(message, AbortSignal.timeout(1000)),
    ).rejects.toThrow('no');
    const hanging = createStopSender(
      client(() => new Promise(() => undefined)),
      'q',
    );
    const alive = setTimeout(() => undefined, 5000);
    await expect(hanging(message, AbortSignal.timeout(20))).rejects.toMatchObject({ name: 'AbortError' });
    clearTimeout(alive);
    await expect(hanging(message, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the meter of the gate', () => {
  it('writes one line a metric in the embedded metric format', () => {
    const lines: string[] = [];
    const meter = createMeter('prod', (line) => lines.push(line));
    meter.count('degraded', 2);
    meter.count('stop_not_recorded', 1);
    expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toMatchObject([
      {
        Stage: 'prod',
        Degraded: 2,
        _aws: { CloudWatchMetrics: [{ Dimensions: [['Stage']], Metrics: [{ Name: 'Degraded', Unit: 'Count' }] }] },
      },
      { Stage: 'prod', StopNotRecorded: 1 },
    ]);
  });

  it('says which kind of read failed, and nothing of what was read', () => {
    const lines: string[] = [];
    createMeter('prod', (line) => lines.push(line)).readFailed('TimeoutError');
    expect(lines).toEqual(['{"level":"WARN","message":"read failed","errorName":"TimeoutError"}']);
  });
});
