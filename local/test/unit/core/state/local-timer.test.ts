import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { createLocalTimer } from '../../../../core/state/local-timer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const clock = createClock(openJournal(undefined));
  const timer = createLocalTimer(clock);
  const woken: number[] = [];
  const wait = (milliseconds: number) => void timer(milliseconds).then(() => woken.push(milliseconds));
  return { clock, wait, woken, pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds) };
}

describe('createLocalTimer', () => {
  it('wakes when the time has passed by itself, and no sooner', async () => {
    const { wait, woken, pass } = open();
    wait(1_000);
    await pass(999);
    expect(woken).toEqual([]);
    await pass(1);
    expect(woken).toEqual([1_000]);
  });

  it('wakes at once when the clock is advanced that far, and leaves no timer behind', async () => {
    const { clock, wait, woken, pass } = open();
    for (const milliseconds of [60_000, 61_000]) wait(milliseconds);
    clock.advance(59.999);
    await pass(0);
    expect(woken).toEqual([]);
    clock.advance(0.001);
    await pass(0);
    expect(woken).toEqual([60_000]);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('adds up what passes and what is advanced', async () => {
    const { clock, wait, woken, pass } = open();
    wait(60_000);
    await pass(30_000);
    clock.advance(29);
    await pass(0);
    expect(woken).toEqual([]);
    clock.advance(1);
    await pass(0);
    expect(woken).toEqual([60_000]);
  });

  it('counts a wait from its own beginning', async () => {
    const { clock, wait, woken, pass } = open();
    clock.advance(3_600);
    wait(1_000);
    await pass(999);
    expect(woken).toEqual([]);
  });
});
