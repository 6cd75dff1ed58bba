import type { Journal } from './journal.ts';

/** Real time, and the time that functions, tokens, rules and schedules live in. */
export interface LocalClock {
  /** Epoch milliseconds on the local clock: real time plus what was advanced. */
  now(): number;
  /** Epoch milliseconds of the machine: signatures keep to it. */
  realNow(): number;
  /** Milliseconds advanced so far, shared with the workers: one Float64 in shared memory. */
  readonly sharedOffset: Float64Array<SharedArrayBuffer>;
  /** Moves the local clock forward. Listeners run after the move. */
  advance(seconds: number): void;
  onAdvance(listener: () => void): void;
}

const topic = 'clock';

interface ClockRecord {
  readonly offsetMilliseconds: number;
}

/**
 * The local clock: real time plus what was advanced so far.
 *
 * The offset lies in shared memory, so that a worker that is in the middle of an invocation sees an
 * advance at once, and in the journal, so that a restart does not travel back.
 *
 * @throws Error from `advance` for a negative or non-finite number of seconds.
 */
export function createClock(journal: Journal): LocalClock {
  const sharedOffset = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  const last = journal.replay(topic).at(-1) as ClockRecord | undefined;
  sharedOffset[0] = last?.offsetMilliseconds ?? 0;
  const listeners: (() => void)[] = [];
  const offset = () => sharedOffset[0] ?? 0;

  return {
    sharedOffset,
    now: () => Date.now() + offset(),
    realNow: () => Date.now(),
    advance(seconds) {
      if (!Number.isFinite(seconds) || seconds < 0) {
        throw new Error(`The local clock only moves forward: cannot advance it by ${seconds} seconds.`);
      }
      const offsetMilliseconds = offset() + Math.round(seconds * 1000);
      journal.append({ topic: topic, value: { offsetMilliseconds } satisfies ClockRecord });
      sharedOffset[0] = offsetMilliseconds;
      for (const listener of listeners) listener();
    },
    onAdvance(listener) {
      listeners.push(listener);
    },
  };
}
