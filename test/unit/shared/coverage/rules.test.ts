import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountsToGuard, accountsToRelease, mayBeLive } from '../../../../shared/coverage/rules.ts';
import type { ChangedGroup } from '../../../../shared/coverage/rules.ts';

const group = (overrides: Partial<ChangedGroup>): ChangedGroup => ({
  members: new Set(),
  joined: new Set(),
  leaving: new Set(),
  resumed: false,
  ...overrides,
});

describe('accountsToGuard', () => {
  const members = new Set(['root', 'old', 'new']);

  it('are those who joined, when the root was there before', () => {
    expect(accountsToGuard(group({ members, joined: new Set(['new']) }), 'root')).toEqual(['new']);
  });

  it('are all members but the root, when the root itself joined', () => {
    expect(accountsToGuard(group({ members, joined: new Set(['root']) }), 'root')).toEqual(['old', 'new']);
  });

  it('are none for a root that leaves', () => {
    expect(accountsToGuard(group({ members, joined: members, leaving: new Set(['gone']) }), 'gone')).toEqual([]);
  });
});

describe('accountsToRelease', () => {
  const changed = group({ members: new Set(['root', 'old']), leaving: new Set(['gone', 'also-gone']) });

  it('are those who leave, when the root stays', () => {
    expect(accountsToRelease(changed, 'root')).toEqual(['gone', 'also-gone']);
  });

  it('are all others, when the root leaves', () => {
    expect(accountsToRelease(changed, 'gone')).toEqual(['root', 'old', 'also-gone']);
  });
});

describe('mayBeLive', () => {
  it('gives a block that has just expired the benefit of a clock that is behind', () => {
    expect(mayBeLive({ expiresAt: 1_000 }, 1_000)).toBe(true);
    expect(mayBeLive({ expiresAt: 1_000 }, 1_000 + 5 * 60_000)).toBe(false);
  });
});

describe('guarding and releasing, over any change of a group', () => {
  const buyers = ['a', 'b', 'c', 'd', 'e'];
  const changes = fc
    .array(fc.constantFrom('outside', 'stays', 'joins', 'leaves'), { minLength: 5, maxLength: 5 })
    .map((fates) => {
      const of = (...wanted: readonly string[]) => new Set(buyers.filter((_, at) => wanted.includes(fates[at] ?? '')));
      return group({ members: of('stays', 'joins'), joined: of('joins'), leaving: of('leaves') });
    });

  it('never names the root, guards members only, and releases none that it guards', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...buyers), (change, root) => {
        const guarded = accountsToGuard(change, root);
        const released = accountsToRelease(change, root);
        expect([...guarded, ...released]).not.toContain(root);
        expect(guarded.every((account) => change.members.has(account))).toBe(true);
        expect(released.filter((account) => guarded.includes(account))).toEqual([]);
        expect(new Set(released).size).toBe(released.length);
      }),
    );
  });
});
