/** Place of an entry in its shop's feed: 1, 2, 3 … without a gap; 0 is before the first. */
export type Sequence = number;

/** One event, to be told to a shop once. Without news it cuts the feed: nobody can catch up across it. */
export interface FeedItem<News> {
  readonly eventId: string;
  readonly news?: News;
}
export interface PlacedItem<News> extends FeedItem<News> {
  readonly sequence: Sequence;
}

/** How a feed stands, as far as some events are concerned. */
export interface FeedState {
  readonly head: Sequence;
  readonly accessIsActive: boolean;
  /** Where those of the events stand that are in the feed already. */
  readonly placed: ReadonlyMap<string, Sequence>;
}

export interface AppendPlan<News> {
  /** To be written now, from the head on. */
  readonly fresh: readonly PlacedItem<News>[];
  /** All that are in the feed after the write, in their order. */
  readonly placed: readonly PlacedItem<News>[];
}

/**
 * What is to be appended of some events, each once. Without active access news have no reader and are dropped, which loses
 * nothing: the cut that the end of the access makes keeps everybody from catching up across what was dropped.
 */
export function planAppend<News>(state: FeedState, items: readonly FeedItem<News>[]): AppendPlan<News> {
  const unique = [...new Map(items.map((item) => [item.eventId, item])).values()];
  const wanted = unique.filter(({ eventId, news }) => !state.placed.has(eventId) && (state.accessIsActive || !news));
  const fresh = wanted.map((item, index) => ({ ...item, sequence: state.head + 1 + index }));
  const known = unique.flatMap((item) => {
    const sequence = state.placed.get(item.eventId);
    return sequence === undefined ? [] : [{ ...item, sequence }];
  });
  return { fresh, placed: [...known, ...fresh].toSorted((a, b) => a.sequence - b.sequence) };
}

/** More than this is quicker loaded as lists than told one by one. */
export const mostCaughtUp = 2000;

/** How a client at a cursor gets to the head. One that is ahead of it has its cursor from a feed that is no more. */
export function catchUpWay(cursor: Sequence, head: Sequence): 'nothing' | 'entries' | 'resync' {
  if (cursor === head) return 'nothing';
  return cursor > head || head - cursor > mostCaughtUp ? 'resync' : 'entries';
}

/** Whether these are all the entries after a cursor: none has expired, and the feed is not cut there. */
export function isUnbroken(
  entries: readonly { readonly sequence: Sequence }[],
  after: Sequence,
  head: Sequence,
): boolean {
  return entries.length === head - after && entries.every(({ sequence }, index) => sequence === after + 1 + index);
}

/**
 * Texts in groups of at most so many bytes together, in their order; one that is larger stands alone.
 *
 * @param overhead bytes that each text costs beside its own, for what stands between them.
 */
export function groupBySize(texts: readonly string[], mostBytes: number, sizeOf: (text: string) => number): string[][] {
  const groups: string[][] = [];
  let room = 0;
  for (const text of texts) {
    const size = sizeOf(text) + 1;
    const last = groups.at(-1);
    if (last && size <= room) last.push(text);
    else {
      groups.push([text]);
      room = mostBytes;
    }
    room -= size;
  }
  return groups;
}
