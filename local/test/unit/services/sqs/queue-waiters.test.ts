import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueueWaiters } from '../../../../services/sqs/queue-waiters.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const waiters = createQueueWaiters();
  const woken: string[] = [];
  const wait = (queue: string, who: string, milliseconds = 20_000) =>
    void waiters.wait(queue, milliseconds).then(() => woken.push(who));
  return { ...waiters, wait, woken, pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds) };
}

describe('createQueueWaiters', () => {
  it('wakes everybody who waits for that queue, and nobody else', async () => {
    const { wait, wake, woken, pass } = open();
    wait('a', 'first');
    wait('a', 'second');
    wait('b', 'other');
    wake('a');
    await pass(0);
    expect(woken).toEqual(['first', 'second']);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('lets a wait end by itself, once, and leaves the others waiting', async () => {
    const { wait, wake, woken, pass } = open();
    wait('a', 'short', 10);
    wait('a', 'long');
    await pass(10);
    expect(woken).toEqual(['short']);
    wake('a');
    await pass(0);
    expect(woken).toEqual(['short', 'long']);
  });

  it('wakes all at once', async () => {
    const { wait, wakeAll, woken, pass } = open();
    for (const queue of ['a', 'b', 'c']) wait(queue, queue);
    wakeAll();
    await pass(0);
    expect(woken).toEqual(['a', 'b', 'c']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not remember that it woke somebody', async () => {
    const { wait, wake, wakeAll, woken, pass } = open();
    wake('a');
    wakeAll();
    wait('a', 'late');
    await pass(19_999);
    expect(woken).toEqual([]);
    await pass(1);
    expect(woken).toEqual(['late']);
  });
});
