import type { EpochMilliseconds } from '../kernel/clock.ts';

/** Rows of one seller in one shop, dry or not: a day that begins with its first row. They count neither as lookups nor as writes. */
export const bulkLimit = { milliseconds: 86_400_000, most: 1_000 } as const;

export interface BulkWindow {
  readonly endsAt: EpochMilliseconds;
  readonly used: number;
}

export type BulkDecision =
  /** What the window does. The write holds only while that is so. */
  | { readonly type: 'count'; readonly window: 'begin' | 'go_on' }
  | {
      readonly type: 'refuse';
      /** How many rows there is room for until then. */
      readonly left: number;
      /** Whole seconds until the window has ended: 1 or more. */
      readonly retryAfterSeconds: number;
    };

/** Whether a seller may send so many rows more: all of them, or none. */
export function decideRows(window: BulkWindow | undefined, rows: number, now: EpochMilliseconds): BulkDecision {
  if (!window || window.endsAt <= now) return { type: 'count', window: 'begin' };
  const left = Math.max(0, bulkLimit.most - window.used);
  if (rows <= left) return { type: 'count', window: 'go_on' };
  return { type: 'refuse', left, retryAfterSeconds: Math.ceil((window.endsAt - now) / 1000) };
}
