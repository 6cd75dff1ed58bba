import { describe, expect, it } from 'vitest';
import { blockFaults, countsOf, entryFault } from '../../../../shared/rebuild/rules.ts';
import type { RootBlock } from '../../../../shared/rebuild/rules.ts';

const now = Date.parse('2026-12-01T10:00:00.000Z');
const minutes = 60_000;
const block: RootBlock = {
  ...{ blockId: 'block-1', scope: 'linked_user_ids', createdAt: now - 60 * minutes, expiresAt: now + 60 * minutes },
  coverage: { state: 'complete', guarded: 3, total: 3 },
};
const right = { rootEntry: { blockId: 'block-1', expiresAt: block.expiresAt }, linked: 2, unguarded: 0 };

describe('what is wrong behind a block', () => {
  it('is nothing when marker, linked accounts and coverage say what the block says', () => {
    expect(blockFaults(block, right, now)).toEqual([]);
    const alone: RootBlock = { ...block, scope: 'user_id_only', coverage: { state: 'complete', guarded: 1, total: 1 } };
    expect(blockFaults(alone, { ...right, linked: 0 }, now)).toEqual([]);
  });

  it.each([
    ['no entry of the root', block, { ...right, rootEntry: undefined }, /marker of the root is missing/],
    [
      'another block',
      block,
      { ...right, rootEntry: { blockId: 'old', expiresAt: block.expiresAt } },
      /another block or/,
    ],
    ['another expiry', block, { ...right, rootEntry: { blockId: 'block-1', expiresAt: 1 } }, /another block or expiry/],
    ['an unguarded account', block, { ...right, unguarded: 1 }, /1 of 2 linked accounts lack their marker/],
    ['a wrong total', block, { ...right, linked: 4 }, /says complete, 3 of 3, where it is complete with 5/],
  ])('is %s', (_, wrong, derived, words) => {
    expect(blockFaults(wrong, derived, now)).toEqual([expect.stringMatching(words)]);
  });

  it('is not what is on its way: a block of these minutes is still being covered', () => {
    const young = { ...block, updatedAt: now - minutes, coverage: { state: 'applying', guarded: 1, total: 3 } };
    expect(blockFaults(young, { ...right, unguarded: 2 }, now)).toEqual([]);
    // The root is guarded in the transaction of its block.
    expect(blockFaults(young, { ...right, rootEntry: undefined }, now)).toHaveLength(1);
  });
});

describe('an entry of a marker', () => {
  const entry = { root: 'root', blockId: 'block-1', expiresAt: now };
  it.each([
    ['of nobody’s block', 'member', undefined, true, 'ended'],
    ['of an earlier block', 'root', { ...block, blockId: 'block-2' }, true, 'ended'],
    ['of the root itself', 'root', block, false, undefined],
    ['of a linked account', 'member', block, true, undefined],
    ['of an account that left', 'member', block, false, 'unlinked'],
    ['of a scope that is over', 'member', { ...block, scope: 'user_id_only' as const }, true, 'earlier_scope'],
    ['of a period before this', 'member', { ...block, linkedSince: now }, true, 'earlier_scope'],
  ])('%s', (_, account, of, isLinked, fault) => {
    expect(entryFault(account, entry, of, isLinked)).toBe(fault);
  });
});

describe('counts of orders', () => {
  it('are those that are open, and never fewer in all than were counted', () => {
    expect(countsOf({ orders: 9, openOrders: 7 }, { open: 2, seen: 4 })).toEqual({ orders: 9, openOrders: 2 });
    expect(countsOf(undefined, { open: 2, seen: 4 })).toEqual({ orders: 4, openOrders: 2 });
  });
});
