import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupChange, mayBeLive, planRows } from '../../../../shared/coverage/rules.ts';
import type { MemberState } from '../../../../shared/link-groups/rules.ts';
import { buyersNamed } from '../../../builders/worlds/link-world.ts';

describe('groupChange', () => {
  const plan = { join: ['new'], stay: ['old'], leave: ['gone'] };

  it('names who came and who went, while they are few', () => {
    expect(groupChange(plan, { resumed: false })).toEqual({ accounts: ['new', 'gone'], isFresh: true });
  });

  it('names nobody when many changed, and says whether most are new', () => {
    const [few, many] = [buyersNamed('f', 50), buyersNamed('m', 120)];
    expect(groupChange({ join: many, stay: few, leave: [] }, { resumed: false })).toEqual({ isFresh: true });
    expect(groupChange({ join: few, stay: many, leave: many }, { resumed: false })).toEqual({ isFresh: false });
  });

  it('trusts no plan of which part may have been done before', () => {
    expect(groupChange(plan, { resumed: true })).toEqual({ isFresh: false });
  });
});

describe('planRows', () => {
  const rows = new Map<string, MemberState>([
    ['root', 'member'],
    ['old', 'member'],
    ['gone', 'leaving'],
  ]);

  it('guards members beside the root, and frees those who leave', () => {
    expect(planRows(rows, 'root', { rootIsMember: true })).toEqual({ guard: ['old'], release: ['gone'] });
  });

  it('frees all others when the root leaves', () => {
    expect(planRows(rows, 'root', { rootIsMember: false })).toEqual({ guard: [], release: ['old', 'gone'] });
  });

  it('never names the root, and every other once', () => {
    const states = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'root'), fc.constantFrom('member', 'leaving'));
    fc.assert(
      fc.property(states, fc.boolean(), (some, rootIsMember) => {
        const all = new Map(Object.entries(some)) as ReadonlyMap<string, MemberState>;
        const { guard, release } = planRows(all, 'root', { rootIsMember });
        expect([...guard, ...release].toSorted()).toEqual([...all.keys()].filter((one) => one !== 'root').toSorted());
        expect(guard.every((account) => rootIsMember && all.get(account) === 'member')).toBe(true);
      }),
    );
  });
});

describe('mayBeLive', () => {
  it('gives a block that has just expired the benefit of a clock that is behind', () => {
    expect(mayBeLive({ expiresAt: 1_000 }, 1_000)).toBe(true);
    expect(mayBeLive({ expiresAt: 1_000 }, 1_000 + 5 * 60_000)).toBe(false);
  });
});
