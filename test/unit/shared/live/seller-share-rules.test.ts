import { describe, expect, it } from 'vitest';
import type { LiveConnection } from '../../../../shared/live/connection-store.ts';
import { beyondTheirShare, openOf, waitForShare } from '../../../../shared/live/seller-share-rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const connection = (index: number, overrides: Partial<LiveConnection> = {}): LiveConnection => ({
  connectionId: `c${String(index).padStart(2, '0')}`,
  shopId: 's',
  subject: 'ann',
  connectedAt: noon - 1000 + index,
  until: noon + 60_000 + index,
  ...overrides,
});
const tenOfAnn = Array.from({ length: 10 }, (_, index) => connection(index)).toReversed();
const others = Array.from({ length: 30 }, (_, index) => connection(50 + index, { subject: `ben-${index % 3}` }));

describe('the live connections of one seller', () => {
  it('are theirs alone, without those that have ended, the oldest first', () => {
    const ended = connection(90, { until: noon });
    const open = openOf([...others, ended, ...tenOfAnn], 'ann', noon);
    expect(open.map(({ connectionId }) => connectionId)).toEqual(tenOfAnn.toReversed().map((one) => one.connectionId));
  });

  it('lose the oldest to an eleventh, whoever else is connected', () => {
    const all = [...others, ...tenOfAnn];
    expect(beyondTheirShare(all, 'ann', noon)).toEqual([]);
    expect(beyondTheirShare(all, 'ann', noon, 1)).toEqual([connection(0)]);
    expect(beyondTheirShare([...all, connection(10), connection(11)], 'ann', noon)).toEqual([
      connection(0),
      connection(1),
    ]);
    expect(beyondTheirShare(all, 'ben-1', noon, 1)).toEqual([connection(51, { subject: 'ben-1' })]);
  });

  it('fall back to the ID where two came in one instant', () => {
    const twins = [connection(2, { connectedAt: noon }), connection(1, { connectedAt: noon })];
    expect(openOf(twins, 'ann', noon).map(({ connectionId }) => connectionId)).toEqual(['c01', 'c02']);
  });

  it('make a ticket wait for the first of ten that ends', () => {
    expect(waitForShare(tenOfAnn.slice(1), 'ann', noon)).toBeUndefined();
    expect(waitForShare(tenOfAnn, 'ann', noon)).toBe(60);
    expect(waitForShare(tenOfAnn, 'ben', noon)).toBeUndefined();
  });
});
