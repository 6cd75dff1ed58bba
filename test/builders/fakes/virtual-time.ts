import { afterEach, beforeEach, vi } from 'vitest';

/** Timers and their clock pass in no time, and only within `throughTime`: what a test finds does not hang on the machine. */
export function useVirtualTime(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());
}

/** Lets all the time pass that this work, and whatever else has set a timer, waits for. */
export async function throughTime<Value>(work: Promise<Value>): Promise<Value> {
  // It may fail before anybody waits for it.
  work.catch(() => undefined);
  await vi.runAllTimersAsync();
  return work;
}
