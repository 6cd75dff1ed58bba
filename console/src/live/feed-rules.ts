import type { LiveFrame, NewsFrame } from '../../../shared/contracts/http/live.ts';

/** How a client keeps up with the live feed, as docs/live.md says it. Pure: frames in, what to do out. */

export interface FeedState {
  /** Up to here everything was taken. */
  readonly cursor: number;
  readonly isCatchingUp: boolean;
  /** The furthest that was heard of: what lies between is missing. */
  readonly heardOf: number;
}

export interface FeedStep {
  readonly state: FeedState;
  /** To be applied, in this order. */
  readonly news: readonly NewsFrame[];
  readonly mustCatchUp: boolean;
  /** What was missed cannot be sent entry by entry: load all lists again. */
  readonly mustReload: boolean;
}

export const feedAt = (cursor: string): FeedState => ({
  cursor: Number(cursor),
  isCatchingUp: false,
  heardOf: Number(cursor),
});

/** After each opening. */
export function opened(state: FeedState): FeedState {
  return { ...state, isCatchingUp: true };
}

export function receive(state: FeedState, frame: LiveFrame): FeedStep {
  switch (frame.type) {
    case 'events':
      return settle(take(state, frame.items, true));
    case 'caught_up':
      return settle({ state: { ...reach(state, Number(frame.cursor)), isCatchingUp: false }, news: [] });
    case 'resync_needed': {
      const cursor = Number(frame.cursor);
      return { ...settle({ state: { cursor, isCatchingUp: false, heardOf: cursor }, news: [] }), mustReload: true };
    }
    case 'pong':
      return settle({ state: heard(state, Number(frame.cursor)), news: [] });
    case 'error':
      // The next ping asks again.
      return { state: { ...state, isCatchingUp: false }, news: [], mustCatchUp: false, mustReload: false };
    case 'alert.raised':
    case 'alert.changed':
    case 'fraud.intercepted':
    case 'block.changed':
    case 'exemption.changed':
    case 'order.stopped':
      return settle(take(state, [frame], false));
    default:
      // There will be more types: what is not known is passed over.
      return { state, news: [], mustCatchUp: false, mustReload: false };
  }
}

interface Taken {
  readonly state: FeedState;
  readonly news: readonly NewsFrame[];
}

/** @param isComplete nothing is missing between these and what was taken before. */
function take(before: FeedState, frames: readonly NewsFrame[], isComplete: boolean): Taken {
  let state = before;
  const news: NewsFrame[] = [];
  for (const frame of frames) {
    const cursor = Number(frame.cursor);
    if (cursor <= state.cursor) continue;
    if (isComplete || cursor === state.cursor + 1) {
      news.push(frame);
      state = reach(state, cursor);
    } else state = heard(state, cursor);
  }
  return { state, news };
}

/** Asks for what is missing, unless that is on its way. */
function settle({ state, news }: Taken): FeedStep {
  const mustCatchUp = !state.isCatchingUp && state.heardOf > state.cursor;
  return { state: mustCatchUp ? { ...state, isCatchingUp: true } : state, news, mustCatchUp, mustReload: false };
}

const reach = (state: FeedState, cursor: number): FeedState => ({
  ...state,
  cursor: Math.max(state.cursor, cursor),
  heardOf: Math.max(state.heardOf, cursor),
});

const heard = (state: FeedState, cursor: number): FeedState => ({ ...state, heardOf: Math.max(state.heardOf, cursor) });

/**
 * Milliseconds until the next attempt: a second, doubled each time up to a minute, half of it random.
 *
 * @param failures since the last connection that opened, this one included.
 * @param random from 0 up to 1.
 */
export function waitBeforeReconnect(failures: number, random: number): number {
  const whole = Math.min(60_000, 1000 * 2 ** Math.min(failures - 1, 6));
  return Math.round(whole / 2 + (random * whole) / 2);
}
