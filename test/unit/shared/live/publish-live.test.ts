import { describe, expect, it } from 'vitest';
import type { FeedItem, PlacedItem } from '../../../../shared/live/feed-rules.ts';
import type { FeedStore, News } from '../../../../shared/live/feed-store.ts';
import { publishLive } from '../../../../shared/live/publish-live.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';

const newsOf = (eventId: string): FeedItem<News> => ({
  eventId,
  news: { type: 'block.changed', at: '2026-11-22T12:00:00.000Z', data: {} },
});

/** A shop's feed in memory, with one connection. An append holds only on the head that it was planned on. */
function world({ accessIsActive = true } = {}) {
  const entries: PlacedItem<News>[] = [];
  const pushed: string[] = [];
  let reads = 0;
  let overtakenBy: string[] = [];
  const feed: FeedStore = {
    async read(_scope, eventIds) {
      reads += 1;
      const wanted = new Set(eventIds);
      const placed = entries.filter(({ eventId }) => wanted.has(eventId)).map((one) => [one.eventId, one.sequence]);
      return { head: entries.length, accessIsActive, placed: new Map(placed as [string, number][]) };
    },
    async append(_scope, head, items) {
      const first = overtakenBy.shift();
      if (first) entries.push({ ...newsOf(first), sequence: entries.length + 1 });
      if (head !== entries.length) return false;
      entries.push(...items);
      return true;
    },
    between: async () => [],
  };
  const publish = publishLive({
    feed,
    clock: buildClock(),
    metrics: { pushFailed: () => undefined },
    sender: {
      post: async (_connectionId, text) => {
        const { cursor } = JSON.parse(text) as { cursor: string };
        pushed.push(cursor);
        return 'sent';
      },
      close: async () => 'closed',
    },
    connections: {
      open: async () => true,
      read: async () => undefined,
      standing: async () => ({ accessIsActive, head: entries.length }),
      ofShop: async () => [
        { connectionId: 'c', shopId: 's', subject: 'ann', connectedAt: noon, until: noon + 7_200_000 },
      ],
      forget: async () => undefined,
    },
  });
  return {
    publish,
    pushed,
    reads: () => reads,
    eventIds: () => entries.map(({ eventId }) => eventId),
    overtakenBy: (...eventIds: string[]) => void (overtakenBy = eventIds),
  };
}

describe('publishLive', () => {
  it('places events in their order and pushes each with its place', async () => {
    const { publish, pushed, eventIds } = world();
    await Promise.all(['a', 'b', 'c'].map((eventId) => publish('s', newsOf(eventId))));
    expect(eventIds()).toEqual(['a', 'b', 'c']);
    expect(pushed).toEqual(['1', '2', '3']);
  });

  it('places an event behind whoever was first in each round', async () => {
    const { publish, pushed, eventIds, reads, overtakenBy } = world();
    overtakenBy('x', 'y');
    await publish('s', newsOf('a'));
    expect(eventIds()).toEqual(['x', 'y', 'a']);
    expect(pushed).toEqual(['3']);
    expect(reads()).toBe(3);
  });

  it('pushes an event again that is delivered again, and places it once, also where another function has placed it', async () => {
    const { publish, pushed, eventIds, overtakenBy } = world();
    await publish('s', newsOf('a'));
    await publish('s', newsOf('a'));
    overtakenBy('b');
    await publish('s', newsOf('b'));
    expect(eventIds()).toEqual(['a', 'b']);
    expect(pushed).toEqual(['1', '1', '2']);
  });

  it('neither places nor pushes news without active access, and cuts the feed all the same', async () => {
    const { publish, pushed, eventIds } = world({ accessIsActive: false });
    await publish('s', newsOf('a'));
    await publish('s', { eventId: 'cut' });
    expect(eventIds()).toEqual(['cut']);
    expect(pushed).toEqual([]);
  });

  it('gives up as unavailable when the head never stands still, and pushes nothing', async () => {
    const { publish, pushed, overtakenBy } = world();
    overtakenBy(...Array.from({ length: 99 }, (_, index) => `x${index}`));
    await expect(publish('s', newsOf('a'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(pushed).toEqual([]);
  });
});
