import { describe, expect, it } from 'vitest';
import { heldRows, waitingCount } from '../../../src/block-list/held-rows-rules.ts';
import { blockOf } from '../../builders/blocks.ts';

const now = Date.parse('2026-12-15T00:00:00.000Z');
const [a, b, c] = ['a', 'b', 'c'].map((buyerId) => blockOf({ buyerId })) as [never, never, never];

describe('heldRows', () => {
  it('shows a changed block at its place', () => {
    const changed = blockOf({ buyerId: 'a', reason: 'harassment', revision: 2 });
    const rows = heldRows([a, b], [c, b, changed], now);
    expect(rows.map(({ block }) => block)).toEqual([changed, b]);
  });

  it('keeps the place of what is removed, and says so', () => {
    expect(heldRows([a, b], [b], now).map(({ isGone }) => isGone)).toEqual([true, false]);
  });

  it('says the same of what ends while it is looked at', () => {
    const ended = blockOf({ buyerId: 'a', expiresAt: '2026-12-15T00:00:00.000Z' });
    expect(heldRows([ended], [ended], now)).toEqual([{ block: ended, isGone: true }]);
  });

  it('takes a buyer who was blocked again for a new block', () => {
    const again = blockOf({ buyerId: 'a', blockId: 'another' });
    expect(heldRows([a], [again], now)[0]?.isGone).toBe(true);
    expect(waitingCount([a], [again])).toBe(1);
  });
});

describe('waitingCount', () => {
  it('counts those that came since', () => {
    expect(waitingCount([a], [c, b, a])).toBe(2);
    expect(waitingCount([a, b], [a])).toBe(0);
  });
});
