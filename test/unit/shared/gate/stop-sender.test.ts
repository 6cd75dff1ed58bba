import { describe, expect, it } from 'vitest';
import { stoppedCandidates } from '../../../../shared/contracts/messages/stopped-candidates.ts';
import type { StoppedCandidates } from '../../../../shared/contracts/messages/stopped-candidates.ts';
import { deadlineIn } from '../../../../shared/aws-json/deadline.ts';
import { createStopSender } from '../../../../shared/gate/stop-sender.ts';
import { scriptedAwsClient } from '../../../builders/fakes/scripted-aws-client.ts';
import { throughTime, useVirtualTime } from '../../../builders/fakes/virtual-time.ts';

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
/** Each message with all the time that it takes. */
function openSender(...args: Parameters<typeof createStopSender>): ReturnType<typeof createStopSender> {
  const send = createStopSender(...args);
  return (candidates, deadline) => throughTime(send(candidates, deadline));
}

useVirtualTime();

describe('the sender of stopped orders', () => {
  it('sends one message that its consumer can read', async () => {
    const client = scriptedAwsClient(() => ({ MessageId: 'm' }));
    await openSender(client, 'https://queue')(message, deadlineIn(1000));
    expect(client.sent).toMatchObject([{ operation: 'SendMessage', input: { QueueUrl: 'https://queue' } }]);
    expect(stoppedCandidates.parse(JSON.parse(String(client.sent[0]?.input['MessageBody'])))).toEqual(message);
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

  it('sends again on a new connection when one that lay idle is broken, three times at most', async () => {
    const reset = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    const flaky = scriptedAwsClient((_, count) => (count < 3 ? Promise.reject(reset()) : {}));
    await openSender(flaky, 'q')(message, deadlineIn(5000));
    expect(flaky.sent).toHaveLength(3);
    const broken = scriptedAwsClient(() => Promise.reject(reset()));
    await expect(openSender(broken, 'q')(message, deadlineIn(5000))).rejects.toThrow('socket hang up');
    expect(broken.sent).toHaveLength(3);
  });

  it('sends a second message when the connection of the first hangs, well before the deadline', async () => {
    const client = scriptedAwsClient((_, count) => (count === 1 ? new Promise(() => undefined) : {}));
    const started = performance.now();
    await openSender(client, 'q')(message, deadlineIn(2000));
    expect(performance.now() - started).toBe(30);
    expect(client.sent).toHaveLength(2);
    expect(client.sent[1]?.input).toEqual(client.sent[0]?.input);
  });

  it('does not send twice as much while the whole queue is slow', async () => {
    const slow = scriptedAwsClient(() => new Promise((resolve) => setTimeout(() => resolve({}), 60)));
    const send = openSender(slow, 'q');
    for (let count = 0; count < 8; count++) await send(message, deadlineIn(2000));
    expect(slow.sent.length).toBeLessThanOrEqual(11);
  });

  it('fails when the queue refuses, and at the deadline at the latest', async () => {
    const refusing = scriptedAwsClient(() => Promise.reject(new Error('no')));
    await expect(openSender(refusing, 'q')(message, deadlineIn(1000))).rejects.toThrow('no');
    expect(refusing.sent).toHaveLength(1);
    const hanging = scriptedAwsClient(() => new Promise(() => undefined));
    await expect(openSender(hanging, 'q')(message, deadlineIn(20))).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
