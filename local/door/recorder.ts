import type { CallRecorder, RecordedCall } from '../ports.ts';

const defaultCapacity = 10_000;

/** Keeps the last calls, oldest first. */
export function createCallRecorder(capacity = defaultCapacity): CallRecorder {
  let calls: RecordedCall[] = [];
  return {
    record: (call) => {
      calls.push(call);
      // Dropping half a ring at a time costs less than moving all for each call.
      if (calls.length >= capacity * 2) calls = calls.slice(-capacity);
    },
    recent: () => calls.slice(-capacity),
    clear: () => {
      calls = [];
    },
  };
}
