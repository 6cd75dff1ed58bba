import { describe, expect, it } from 'vitest';
import type { Corrections } from '../../../ops/corrections.ts';
import { redriveQueue } from '../../../ops/redrive-queue.ts';
import { fakeDeadLetterQueue } from '../../builders/fakes/fake-dead-letter-queue.ts';

const bodies = (count: number) => Array.from({ length: count }, (_, index) => `body ${index + 1}`);
const job = (
  { queue }: ReturnType<typeof fakeDeadLetterQueue>,
  forward: (body: string) => Promise<void>,
  corrections: Corrections = new Map(),
) => ({ kind: 'work' as const, deadLetters: queue, forward, corrections, progress: () => undefined });

describe('redriving a queue', () => {
  it('sends every dead letter on once, as it is, and leaves none', async () => {
    const deadLetters = fakeDeadLetterQueue(bodies(25));
    const sent: string[] = [];
    const result = await redriveQueue(job(deadLetters, async (body) => void sent.push(body)));
    expect(result).toMatchObject({ redriven: 25, dropped: 0, cameBack: [], failures: [] });
    expect(sent.toSorted()).toEqual(bodies(25).toSorted());
    expect(deadLetters.bodies()).toEqual([]);
  });

  it('sends the corrected body in place of a dead letter’s, and drops a dead letter whose correction is nothing', async () => {
    const deadLetters = fakeDeadLetterQueue(bodies(3));
    const sent: string[] = [];
    const corrections = new Map([
      ['m1', 'better'],
      ['m2', null],
      ['m9', 'of a dead letter that is gone'],
    ]);
    const result = await redriveQueue(job(deadLetters, async (body) => void sent.push(body), corrections));
    expect(result).toMatchObject({ redriven: 2, dropped: 1 });
    expect(result.corrected.toSorted()).toEqual(['m1', 'm2']);
    expect(sent.toSorted()).toEqual(['better', 'body 3']);
    expect(deadLetters.bodies()).toEqual([]);
  });

  it('ends when every dead letter comes straight back, and leaves those for others to see', async () => {
    const deadLetters = fakeDeadLetterQueue(bodies(12));
    let forwarded = 0;
    const result = await redriveQueue(
      job(deadLetters, async (body) => {
        forwarded += 1;
        await deadLetters.queue.send(body);
      }),
    );
    expect(forwarded).toBe(12);
    expect(result.redriven).toBe(12);
    expect(deadLetters.bodies().toSorted()).toEqual(bodies(12).toSorted());
    expect(deadLetters.hidden.size).toBe(0);
  });

  it('sends on dead letters that say the same, since both were there', async () => {
    const deadLetters = fakeDeadLetterQueue(Array.from({ length: 24 }, () => 'the same'));
    const sent: string[] = [];
    await redriveQueue(job(deadLetters, async (body) => void sent.push(body)));
    expect(sent).toHaveLength(24);
    expect(deadLetters.bodies()).toEqual([]);
  });

  it('keeps a dead letter that could not be sent on, goes on with the others, and tries no dead letter for ever', async () => {
    const deadLetters = fakeDeadLetterQueue(bodies(15));
    let tries = 0;
    const result = await redriveQueue(
      job(deadLetters, (body) => {
        if (body !== 'body 4') return Promise.resolve();
        tries += 1;
        return Promise.reject(new Error('refused'));
      }),
    );
    expect(result.redriven).toBe(14);
    expect(result.failures).toMatchObject([{ deadLetter: { body: 'body 4' }, error: { message: 'refused' } }]);
    expect(tries).toBe(1);
    expect(deadLetters.bodies()).toEqual(['body 4']);
    expect(deadLetters.hidden.size).toBe(0);
  });

  it('does not send again what it sent and could not delete', async () => {
    const deadLetters = fakeDeadLetterQueue(bodies(1));
    const sent: string[] = [];
    let removals = 0;
    const queue = {
      ...deadLetters.queue,
      remove: async (deadLetter: Parameters<typeof deadLetters.queue.remove>[0]) => {
        removals += 1;
        if (removals > 1) return deadLetters.queue.remove(deadLetter);
        await deadLetters.queue.release(deadLetter);
        throw new Error('reply lost');
      },
    };
    const result = await redriveQueue({
      ...job(deadLetters, async (body) => void sent.push(body)),
      deadLetters: queue,
    });
    expect(sent).toEqual(['body 1']);
    expect(result.redriven).toBe(1);
  });

  it('does nothing with an empty queue', async () => {
    const deadLetters = fakeDeadLetterQueue([]);
    expect(await redriveQueue(job(deadLetters, () => Promise.reject(new Error('never'))))).toMatchObject({
      redriven: 0,
    });
  });
});
