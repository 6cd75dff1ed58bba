import { describe, expect, it } from 'vitest';
import {
  lastDates,
  rankShops,
  refundWindowMilliseconds,
  signsOf,
} from '../../../../../shared/support/retaliation/rules.ts';
import type { BlockCounts, Conduct, Rank } from '../../../../../shared/support/retaliation/rules.ts';
import { noon } from '../../../../builders/fakes/clock.ts';

const conduct = (overrides: Partial<Conduct> = {}): Conduct => ({ flags: 0, frauds: [], ...overrides });
const counts = (shopId: string, blocks: number, suspicious: number): BlockCounts => ({
  shopId,
  blocks,
  suspicious,
  afterRefund: suspicious,
  unconfirmedReview: 0,
});

describe('signs of retaliation', () => {
  const refunded = { refundGrantedAt: noon - 1 };
  const block = { reason: 'order_abuse', at: noon };

  it('are a granted refund in the 14 days before the block', () => {
    expect(signsOf(block, conduct(refunded))).toEqual(['afterRefund']);
    expect(signsOf(block, conduct({ refundGrantedAt: noon - refundWindowMilliseconds }))).toEqual(['afterRefund']);
    expect(signsOf(block, conduct({ refundGrantedAt: noon - refundWindowMilliseconds - 1 }))).toEqual([]);
    expect(signsOf(block, conduct({ refundGrantedAt: noon + 1 }))).toEqual([]);
    expect(signsOf(block, conduct())).toEqual([]);
  });

  it('are none after the refund of a buyer whom the marketplace has flagged, or whose fraud it has confirmed', () => {
    expect(signsOf(block, conduct({ ...refunded, flags: 1 }))).toEqual([]);
    expect(signsOf(block, conduct({ ...refunded, frauds: ['malicious_refund'] }))).toEqual([]);
  });

  it('are an abusive review that the marketplace has not confirmed as one', () => {
    const forReview = { ...block, reason: 'abusive_review' };
    expect(signsOf(forReview, conduct({ frauds: ['malicious_refund'], flags: 2 }))).toEqual(['unconfirmedReview']);
    expect(signsOf(forReview, conduct({ frauds: ['abusive_review'] }))).toEqual([]);
    expect(signsOf(forReview, conduct(refunded))).toEqual(['afterRefund', 'unconfirmedReview']);
  });
});

describe('the order of the report', () => {
  it('is by share, then by number, of all days together; shops without any sign are not in it', () => {
    const days = [
      counts('half', 4, 2),
      counts('all-of-one', 1, 1),
      counts('all-of-five', 2, 2),
      counts('none', 9, 0),
      counts('all-of-five', 3, 3),
      counts('also-half', 4, 2),
    ];
    const { shops, next } = rankShops(days, { limit: 10, minBlocks: 1 });
    expect(shops.map(({ shopId }) => shopId)).toEqual(['all-of-five', 'all-of-one', 'also-half', 'half']);
    expect(shops[0]).toEqual(counts('all-of-five', 5, 5));
    expect(next).toBeUndefined();
  });

  it('leaves out shops with few blocks where asked to', () => {
    const days = [counts('one', 1, 1), counts('many', 20, 1)];
    expect(rankShops(days, { limit: 10, minBlocks: 5 }).shops.map(({ shopId }) => shopId)).toEqual(['many']);
  });

  it('leads through all shops once, page by page', () => {
    const days = Array.from({ length: 25 }, (_, index) => counts(`s${index}`, 1 + (index % 4), 1));
    const all = rankShops(days, { limit: 100, minBlocks: 1 }).shops;
    const seen: BlockCounts[] = [];
    let after: Rank | undefined;
    do {
      const { shops, next } = rankShops(days, { limit: 4, minBlocks: 1, after });
      seen.push(...shops);
      after = next;
    } while (after);
    expect(seen).toEqual(all);
    expect(seen).toHaveLength(25);
  });

  it('covers as many UTC dates as asked, today the last', () => {
    expect(lastDates(3, Date.parse('2026-03-01T00:00:00.000Z'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });
});
