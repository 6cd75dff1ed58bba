export interface RecordedCall {
  readonly at: string;
  /** Function's or caller's name. */
  readonly caller: string;
  /** Where a function calls: its deployed name, which is `caller`, too. */
  readonly function?: string;
  readonly service: string;
  readonly operation: string;
  readonly durationMilliseconds: number;
  readonly status: number;
  /** AWS error code, when it failed. */
  readonly error?: string;
  readonly consumedCapacity?: number;
  readonly statement?: string;
  /** Number of items that the request names (a batch or a transaction), else 1. */
  readonly items?: number;
}

export interface CallRecorder {
  record(call: RecordedCall): void;
  recent(): readonly RecordedCall[];
  clear(): void;
}

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
