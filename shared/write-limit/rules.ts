import type { EpochMilliseconds } from '../kernel/clock.ts';

/** Writes of one seller in one shop: more than a person's hands make, few enough that a loop cannot cost much. */
export const writeLimit = { milliseconds: 60_000, most: 120 } as const;

/** A minute that began with its first write; absent before that. */
export interface WriteWindow {
  readonly endsAt: EpochMilliseconds;
  readonly used: number;
}

export type WriteDecision =
  /** What the window does. The write holds only while that is so. */
  | { readonly type: 'count'; readonly window: 'begin' | 'go_on' }
  /** Whole seconds until it has ended: 1 or more. */
  | { readonly type: 'refuse'; readonly retryAfterSeconds: number };

export function decideWrite(window: WriteWindow | undefined, now: EpochMilliseconds): WriteDecision {
  if (!window || window.endsAt <= now) return { type: 'count', window: 'begin' };
  if (window.used < writeLimit.most) return { type: 'count', window: 'go_on' };
  return { type: 'refuse', retryAfterSeconds: Math.ceil((window.endsAt - now) / 1000) };
}
