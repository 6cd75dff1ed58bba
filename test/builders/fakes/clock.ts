import type { Clock, EpochMilliseconds } from '../../../shared/kernel/clock.ts';

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  time: EpochMilliseconds;
  advance(milliseconds: number): void;
}

export const noon = Date.parse('2026-11-22T12:00:00.000Z');

export function buildClock(time: EpochMilliseconds = noon): TestClock {
  return {
    time,
    now() {
      return this.time;
    },
    advance(milliseconds) {
      this.time += milliseconds;
    },
  };
}
