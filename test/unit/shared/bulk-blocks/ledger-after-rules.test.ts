import { describe, expect, it } from 'vitest';
import { withBlock, withoutPlaces } from '../../../../shared/bulk-blocks/ledger-after-rules.ts';

const ledger = { places: { a: 1, b: 2 }, newBlocks: { today: 3 } };

describe('a ledger behind a row that was only tried', () => {
  it('has the new place and one new block more, without what made room', () => {
    const plan = { replaces: undefined, drops: [{ buyerId: 'a', expiresAt: 1 }], forgets: [] };
    expect(withBlock(ledger, plan, { buyerId: 'c', expiresAt: 9, dayKey: 'today' })).toEqual({
      places: { b: 2, c: 9 },
      newBlocks: { today: 4 },
    });
    expect(withBlock(ledger, { ...plan, drops: [] }, { buyerId: 'b', expiresAt: 9, dayKey: 'other' })).toEqual({
      places: { a: 1, b: 9 },
      newBlocks: { today: 3, other: 1 },
    });
  });

  it('loses places alone where more have to go', () => {
    expect(withoutPlaces(ledger, [{ buyerId: 'b', expiresAt: 2 }])).toEqual({ ...ledger, places: { a: 1 } });
  });
});
