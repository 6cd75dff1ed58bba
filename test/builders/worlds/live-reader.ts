import type { LiveFrame, NewsFrame } from '../../../shared/contracts/http/live.ts';

export interface LiveReaderOptions {
  /** The ticket's: where the feed stood before the lists were loaded. */
  readonly cursor: string;
  readonly onNews: (news: NewsFrame) => void;
  /** What was missed cannot be told: the lists are to be loaded again. */
  readonly onResync?: () => void;
  /** The server says that it will not go on. */
  readonly onError?: (code: string) => void;
}

/**
 * What a client does with frames, whatever carries them. It keeps the last cursor up to which it has everything, takes what
 * comes next to it, ignores what it has, and catches up where something is missing: after each opening, and at each gap.
 * It tells entries in the feed's order, which is not always that in which things happened: what an entry changes on the
 * screen its `revision` decides, as in `createLiveBlocks`.
 */
export function createLiveReader({ cursor: first, onNews, onResync, onError }: LiveReaderOptions) {
  let cursor = Number(first);
  /** The furthest place that the feed is known to have. */
  let furthest = cursor;
  let send: ((message: object) => void) | undefined;
  let isCatchingUp = false;

  const catchUp = (): void => {
    isCatchingUp = true;
    send?.({ action: 'catch_up', cursor: String(cursor) });
  };
  const catchUpIfBehind = (): void => {
    if (!isCatchingUp && furthest > cursor) catchUp();
  };
  const take = (news: NewsFrame): void => {
    const at = Number(news.cursor);
    furthest = Math.max(furthest, at);
    if (at !== cursor + 1) return;
    cursor = at;
    onNews(news);
  };

  const answered = (frame: Exclude<LiveFrame, NewsFrame | { readonly type: 'events' }>): void => {
    if (frame.type === 'error') {
      isCatchingUp = false;
      return onError?.(frame.code);
    }
    furthest = Math.max(furthest, Number(frame.cursor));
    if (frame.type === 'pong') return;
    isCatchingUp = false;
    if (frame.type === 'caught_up') return;
    furthest = cursor = Number(frame.cursor);
    onResync?.();
  };

  return {
    cursor: () => cursor,
    isCaughtUp: () => !isCatchingUp && furthest === cursor,
    /** A connection is open. */
    opened(over: (message: object) => void): void {
      send = over;
      catchUp();
    },
    receive(frame: LiveFrame): void {
      if ('at' in frame) take(frame);
      else if (frame.type === 'events') return frame.items.forEach(take);
      else answered(frame);
      catchUpIfBehind();
    },
  };
}
