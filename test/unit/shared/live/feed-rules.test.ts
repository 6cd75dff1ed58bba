import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchUpWay, groupBySize, isUnbroken, mostCaughtUp, planAppend } from '../../../../shared/live/feed-rules.ts';

const item = (eventId: string, news: string | undefined = eventId) => ({ eventId, ...(news && { news }) });
const state = (head: number, placed: Record<string, number> = {}, accessIsActive = true) => ({
  head,
  accessIsActive,
  placed: new Map(Object.entries(placed)),
});

describe('appending to a feed', () => {
  it('places events from the head on, each once', () => {
    expect(planAppend(state(7), [item('a'), item('b'), item('a')])).toEqual({
      fresh: [
        { eventId: 'a', news: 'a', sequence: 8 },
        { eventId: 'b', news: 'b', sequence: 9 },
      ],
      placed: [
        { eventId: 'a', news: 'a', sequence: 8 },
        { eventId: 'b', news: 'b', sequence: 9 },
      ],
    });
  });

  it('leaves those that are in it where they are, to be pushed again', () => {
    const { fresh, placed } = planAppend(state(7, { b: 3 }), [item('a'), item('b')]);
    expect(fresh.map(({ eventId, sequence }) => [eventId, sequence])).toEqual([['a', 8]]);
    expect(placed.map(({ eventId, sequence }) => [eventId, sequence])).toEqual([
      ['b', 3],
      ['a', 8],
    ]);
  });

  it('takes only cuts without active access', () => {
    const { fresh } = planAppend(state(7, {}, false), [item('a'), { eventId: 'end' }]);
    expect(fresh).toEqual([{ eventId: 'end', sequence: 8 }]);
  });

  it('leaves no gap, whatever comes', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, ids, fc.nat(100), fc.boolean(), (known, coming, head, active) => {
        const before = Object.fromEntries(known.map((eventId, index) => [eventId, index]));
        const { fresh } = planAppend(
          state(head, before, active),
          coming.map((eventId) => item(eventId)),
        );
        expect(fresh.map(({ sequence }) => sequence)).toEqual(fresh.map((_, index) => head + 1 + index));
      }),
    );
  });
});

describe('the way from a cursor to the head', () => {
  it.each([
    [5, 5, 'nothing'],
    [4, 5, 'entries'],
    [6, 5, 'resync'],
    [0, mostCaughtUp, 'entries'],
    [0, mostCaughtUp + 1, 'resync'],
  ])('from %i to %i is by %s', (cursor, head, way) => {
    expect(catchUpWay(cursor, head)).toBe(way);
  });

  it.each([
    ['whole', [3, 4, 5], true],
    ['without its first', [4, 5], false],
    ['without its last', [3, 4], false],
    ['with a hole', [3, 5], false],
    ['with one too many', [2, 3, 4], false],
  ])('is broken unless it is whole: %s', (_, sequences, whole) => {
    expect(
      isUnbroken(
        sequences.map((sequence) => ({ sequence })),
        2,
        5,
      ),
    ).toBe(whole);
  });
});

describe('frames of many entries', () => {
  it('hold what fits, in order, and at least one', () => {
    expect(groupBySize(['aaa', 'bb', 'c', 'dddddddd', 'e'], 8, Buffer.byteLength)).toEqual([
      ['aaa', 'bb'],
      ['c'],
      ['dddddddd'],
      ['e'],
    ]);
    expect(groupBySize([], 8, Buffer.byteLength)).toEqual([]);
  });

  it('stay within their size, the separators counted, and lose nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), fc.integer({ min: 100, max: 200 }), (texts, most) => {
        const groups = groupBySize(texts, most, Buffer.byteLength);
        expect(groups.flat()).toEqual(texts);
        for (const group of groups) expect(Buffer.byteLength(group.join(','))).toBeLessThanOrEqual(most);
      }),
    );
  });
});
