import { describe, expect, it } from 'vitest';
import {
  countsOf,
  coverageFault,
  entryFault,
  isYoung,
  ownFaults,
  rosterFaults,
} from '../../../../shared/rebuild/rules.ts';
import type { Beside, RootBlock } from '../../../../shared/rebuild/rules.ts';

const now = Date.parse('2026-12-01T10:00:00.000Z');
const minutes = 60_000;
const block: RootBlock = {
  ...{ blockId: 'block-1', scope: 'linked_user_ids', createdAt: now - 60 * minutes, expiresAt: now + 60 * minutes },
  coverage: { state: 'complete', guarded: 3, total: 3 },
};
const { blockId, expiresAt, scope } = block;
const right: Beside = {
  entry: { blockId, expiresAt },
  row: { blockId, expiresAt, scope, linkedSince: undefined },
  leans: true,
};

describe('what stands beside a block', () => {
  it('is right when it says what the block says', () => {
    expect(ownFaults(block, right)).toEqual([]);
    const alone: RootBlock = { ...block, scope: 'user_id_only' };
    expect(ownFaults(alone, { ...right, row: { blockId, expiresAt, scope: 'user_id_only' }, leans: false })).toEqual(
      [],
    );
  });

  it.each<[string, Partial<Beside>, string]>([
    ['no entry of the root', { entry: undefined }, 'entry'],
    ['an entry of another block', { entry: { blockId: 'old', expiresAt } }, 'entry'],
    ['an entry of another expiry', { entry: { blockId, expiresAt: 1 } }, 'entry'],
    ['no row', { row: undefined }, 'row'],
    ['a row of another scope', { row: { blockId, expiresAt, scope: 'user_id_only' } }, 'row'],
    ['a row of another period', { row: { blockId, expiresAt, scope, linkedSince: now } }, 'row'],
    ['a root of which link events know nothing', { leans: false }, 'lean'],
  ])('is wrong: %s', (_, wrong, fault) => {
    expect(ownFaults(block, { ...right, ...wrong })).toEqual([fault]);
  });
});

describe('the coverage of a block', () => {
  it('is held against how many accounts there are', () => {
    expect(coverageFault(block, 3)).toBeUndefined();
    expect(coverageFault(block, 5)).toBe('the coverage says complete, 3 of 3, where it is complete with 5');
  });

  it('is still on its way in the first minutes, and behind a change', () => {
    expect(isYoung(block, now)).toBe(false);
    expect(isYoung({ ...block, updatedAt: now - minutes }, now)).toBe(true);
    expect(isYoung({ ...block, createdAt: now - minutes }, now)).toBe(true);
  });
});

describe('an entry of a marker', () => {
  const entry = { root: 'root', blockId: 'block-1', expiresAt: now };
  const applying = { ...block, coverage: { ...block.coverage, state: 'applying' } };
  it.each([
    ['of nobody’s block', 'member', undefined, true, 'ended'],
    ['of an earlier block', 'root', { ...block, blockId: 'block-2' }, true, 'ended'],
    ['of the root itself', 'root', block, false, undefined],
    ['of a linked account', 'member', block, true, undefined],
    ['of an account that left', 'member', block, false, 'unlinked'],
    ['of an account that is being freed', 'member', applying, false, undefined],
    ['of a scope that is over', 'member', { ...block, scope: 'user_id_only' as const }, true, 'earlier_scope'],
    ['of a period before this', 'member', { ...block, linkedSince: now }, true, 'earlier_scope'],
  ])('%s', (_, account, of, isLinked, fault) => {
    expect(entryFault(account, entry, of, isLinked)).toBe(fault);
  });
});

describe('a roster', () => {
  const membership = { revision: 1, appliedRevision: 1, evidence: [], counted: 2, roster: ['a', 'b'] };
  it.each([
    ['is right in any order', membership, ['b', 'a'], []],
    ['is missing', { ...membership, roster: undefined }, ['a', 'b'], ['its roster is missing']],
    ['is of others', membership, ['a', 'c'], ['its roster lacks 1 members, and names 1 who are none']],
    ['names one twice', { ...membership, roster: ['a', 'a', 'b'] }, ['a', 'b'], [expect.stringContaining('names 1')]],
    ['has a count of its own', { ...membership, counted: 5 }, ['a', 'b'], ['it counts 5 members, where there are 2']],
  ])('%s', (_, said, members, faults) => {
    expect(rosterFaults(said, members)).toEqual(faults);
  });
});

describe('counts of orders', () => {
  it('are those that are open, and never fewer in all than were counted', () => {
    expect(countsOf({ orders: 9, openOrders: 7 }, { open: 2, seen: 4 })).toEqual({ orders: 9, openOrders: 2 });
    expect(countsOf(undefined, { open: 2, seen: 4 })).toEqual({ orders: 4, openOrders: 2 });
  });
});
