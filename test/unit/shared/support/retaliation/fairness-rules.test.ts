import { describe, expect, it } from 'vitest';
import { shareOf, sumDays } from '../../../../../shared/support/retaliation/fairness-rules.ts';

describe('the figures of a shop', () => {
  it('are the sums of its days, whatever a day has not counted', () => {
    expect(
      sumDays([{ blocks: 3, suspicious: 1, afterRefund: 1 }, { lifted: 2, ttl: 9 }, {}, { blocks: 1, upheld: 1 }]),
    ).toEqual({
      blocks: 4,
      suspicious: 1,
      afterRefund: 1,
      unconfirmedReview: 0,
      lifted: 2,
      upheld: 1,
    });
  });

  it('have a share, also of no blocks', () => {
    expect(shareOf({ suspicious: 2, blocks: 7 })).toBe(0.2857);
    expect(shareOf({ suspicious: 0, blocks: 0 })).toBe(0);
  });
});
