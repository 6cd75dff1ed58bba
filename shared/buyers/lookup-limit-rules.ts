import type { EpochMilliseconds } from '../kernel/clock.ts';

/**
 * How many buyers one seller looks up in one shop: enough for whoever works through a day's orders, too few to try
 * out names. A window begins with its first lookup.
 */
export const lookupLimits = {
  minute: { milliseconds: 60_000, most: 60 },
  day: { milliseconds: 86_400_000, most: 1_000 },
} as const;
export type LookupWindowName = keyof typeof lookupLimits;
export const lookupWindowNames = ['minute', 'day'] as const satisfies readonly LookupWindowName[];

export interface LookupWindow {
  readonly endsAt: EpochMilliseconds;
  readonly used: number;
}
/** A seller's windows; one that never began, or whose item is deleted, is absent. */
export type LookupCounter = Readonly<Partial<Record<LookupWindowName, LookupWindow>>>;

/** What becomes of each window: it begins, or goes on. The write holds only while that is so. */
export type LookupCount = Readonly<Record<LookupWindowName, 'begin' | 'go_on'>>;

export type LookupDecision =
  | { readonly type: 'count'; readonly windows: LookupCount }
  /** Whole seconds until a window that is full has ended: 1 or more. */
  | { readonly type: 'refuse'; readonly retryAfterSeconds: number };

/** Whether a seller may look up one more buyer, found or not. */
export function decideLookup(counter: LookupCounter, now: EpochMilliseconds): LookupDecision {
  const full = lookupWindowNames.flatMap((name) => {
    const window = counter[name];
    return window && now < window.endsAt && window.used >= lookupLimits[name].most ? [window.endsAt] : [];
  });
  // When both are full, a retry succeeds once the later one has ended.
  if (full.length > 0) return { type: 'refuse', retryAfterSeconds: Math.ceil((Math.max(...full) - now) / 1000) };
  const next = ({ endsAt }: LookupWindow = { endsAt: now, used: 0 }) => (now < endsAt ? 'go_on' : 'begin');
  return { type: 'count', windows: { minute: next(counter.minute), day: next(counter.day) } };
}
