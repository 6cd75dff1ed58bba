import { leaseMilliseconds } from '../../../shared/notifications/rules.ts';
import type { TestClock } from './clock.ts';

/** A process with a last call: what it calls from then on fails, and that one has been performed or has not. */
export interface DyingProcess {
  /** Calls so far, those that failed included. */
  readonly calls: number;
  call<Result>(perform: () => Promise<Result>): Promise<Result>;
}

/** @param last from 0. */
export function dyingProcess(last: number, performed: boolean): DyingProcess {
  let calls = 0;
  return {
    get calls() {
      return calls;
    },
    async call(perform) {
      const nth = calls++;
      if (nth > last) throw new Error('the process is dead');
      if (nth < last) return perform();
      if (performed) await perform();
      throw new Error('the process died');
    },
  };
}

/** All ways in which a process of so many calls can die: at which of them, and whether that one was performed. */
export function deathsOf(calls: number): readonly (readonly [last: number, performed: boolean])[] {
  return Array.from({ length: calls }, (_, last) => [[last, false] as const, [last, true] as const]).flat();
}

/** The queue gives a message again until it is done, five times at most, each time after the lease of who had it before. */
export async function redeliver(clock: TestClock, send: () => Promise<unknown>): Promise<void> {
  for (let delivery = 0; delivery < 5; delivery++) {
    clock.advance(leaseMilliseconds + 60_000);
    if ((await send().catch(() => 'failed')) === undefined) return;
  }
  throw new Error('The message is a dead letter.');
}
