import { describe, expect, it } from 'vitest';
import {
  endingDigestOf,
  isEndingDigest,
  nextEndingDigest,
  stillEnding,
} from '../../../../shared/notifications/ending-rules.ts';
import { buildBlock } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const digestOf = (expiresAt: string, timeZone = 'UTC') => {
  const { name, due } = endingDigestOf({ expiresAt: Date.parse(expiresAt) }, { timeZone });
  return [name, new Date(due).toISOString()];
};

describe('the digest that tells of a block’s end', () => {
  it('is that of nine o’clock, seven days before it or a little more', () => {
    expect(digestOf('2026-12-15T09:00:00Z')).toEqual(['ends.2026-12-08', '2026-12-08T09:00:00.000Z']);
    expect(digestOf('2026-12-15T23:30:00Z')).toEqual(['ends.2026-12-08', '2026-12-08T09:00:00.000Z']);
    expect(digestOf('2026-12-16T08:59:59Z')).toEqual(['ends.2026-12-08', '2026-12-08T09:00:00.000Z']);
  });

  it('is of the shop’s own day', () => {
    expect(digestOf('2026-12-15T18:00:00Z', 'America/Los_Angeles')).toEqual([
      'ends.2026-12-08',
      '2026-12-08T17:00:00.000Z',
    ]);
    expect(digestOf('2026-12-15T01:00:00Z', 'Asia/Tokyo')).toEqual(['ends.2026-12-08', '2026-12-08T00:00:00.000Z']);
  });

  it.each([
    ['2026-04-05T06:30:00Z', '2026-03-28T08:00:00.000Z'],
    ['2026-04-05T07:30:00Z', '2026-03-29T07:00:00.000Z'],
    ['2026-11-01T08:30:00Z', '2026-10-25T08:00:00.000Z'],
    ['2026-11-01T07:30:00Z', '2026-10-24T07:00:00.000Z'],
  ])('is at nine also where clocks are moved: %s', (expiresAt, due) => {
    expect(digestOf(expiresAt, 'Europe/Berlin')[1]).toBe(due);
  });

  it('has a name of its own, and one for each date', () => {
    const first = endingDigestOf({ expiresAt: Date.parse('2026-12-15T09:00:00Z') }, { timeZone: 'UTC' });
    expect(nextEndingDigest(first, { timeZone: 'UTC' }).name).toBe('ends.2026-12-09');
    expect([isEndingDigest(first.name), isEndingDigest('1764500000000')]).toEqual([true, false]);
  });
});

describe('what still ends', () => {
  const block = buildBlock({ buyerId: 'b', blockId: 'k', expiresAt: noon + 1000 });
  const end = { buyerId: 'b', blockId: 'k', expiresAt: noon + 1000 };

  it('is the same block with the same end, the earliest first', () => {
    const other = buildBlock({ buyerId: 'c', blockId: 'l', expiresAt: noon + 500 });
    const otherEnd = { buyerId: 'c', blockId: 'l', expiresAt: noon + 500 };
    expect(stillEnding([end, otherEnd], [block, other], noon)).toEqual([otherEnd, end]);
  });

  it.each([
    ['was removed', []],
    ['was extended', [{ ...block, expiresAt: noon + 2000 }]],
    ['was made anew', [{ ...block, blockId: 'other' }]],
  ])('is not a block that %s', (_, blocks) => {
    expect(stillEnding([end], blocks, noon)).toEqual([]);
  });

  it('is not one that has ended', () => {
    expect(stillEnding([end], [block], noon + 1000)).toEqual([]);
  });
});
