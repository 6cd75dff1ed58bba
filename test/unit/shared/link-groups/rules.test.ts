import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRevision, planMembership, shareGroup } from '../../../../shared/link-groups/rules.ts';
import type { MemberState } from '../../../../shared/link-groups/rules.ts';

describe('decideRevision', () => {
  it('applies the first membership of a group', () => {
    expect(decideRevision(undefined, 0)).toEqual({ type: 'apply', settled: true });
  });

  it.each([
    ['ignores a lower revision', { revision: 5, appliedRevision: 5 }, 4, { type: 'ignore' }],
    [
      'ignores a lower revision while the higher one is at work',
      { revision: 5, appliedRevision: 3 },
      4,
      { type: 'ignore' },
    ],
    ['ignores a revision that is done', { revision: 5, appliedRevision: 5 }, 5, { type: 'ignore' }],
    ['takes up a revision that is not done', { revision: 5, appliedRevision: 4 }, 5, { type: 'apply', settled: false }],
    ['applies a higher revision', { revision: 5, appliedRevision: 5 }, 9, { type: 'apply', settled: true }],
    [
      'does not build on a revision that is not done',
      { revision: 5, appliedRevision: 4 },
      6,
      { type: 'apply', settled: false },
    ],
  ] as const)('%s', (_, head, revision, decision) => {
    expect(decideRevision(head, revision)).toEqual(decision);
  });
});

describe('planMembership', () => {
  it('tells who joins, stays, leaves, and is still to be freed', () => {
    const rows = new Map<string, MemberState>([
      ['stays', 'member'],
      ['leaves', 'member'],
      ['left-before', 'leaving'],
      ['comes-back', 'leaving'],
    ]);
    expect(planMembership(rows, new Set(['stays', 'new', 'comes-back']))).toEqual({
      join: ['new', 'comes-back'],
      stay: ['stays'],
      leave: ['leaves'],
      leaving: ['leaves', 'left-before'],
    });
  });

  it('ends at the wanted membership, whatever the rows were', () => {
    const buyers = ['a', 'b', 'c', 'd', 'e'];
    const rowsOf = fc.array(fc.tuple(fc.constantFrom(...buyers), fc.constantFrom<MemberState>('member', 'leaving')));
    fc.assert(
      fc.property(rowsOf, fc.subarray(buyers), (entries, wanted) => {
        const rows = new Map(entries);
        const plan = planMembership(rows, new Set(wanted));
        for (const buyer of plan.join) rows.set(buyer, 'member');
        for (const buyer of plan.leaving) rows.delete(buyer);
        expect([...rows.keys()].toSorted()).toEqual(wanted.toSorted());
        expect([...rows.values()].every((state) => state === 'member')).toBe(true);
        expect(plan.leaving).toEqual(expect.arrayContaining([...plan.leave]));
      }),
    );
  });
});

describe('shareGroup', () => {
  it('needs one group in common', () => {
    expect(shareGroup({ groups: ['g', 'h'] }, { groups: ['h'] })).toBe(true);
    expect(shareGroup({ groups: ['g'] }, { groups: ['h'] })).toBe(false);
    expect(shareGroup({ groups: [] }, { groups: [] })).toBe(false);
  });
});
