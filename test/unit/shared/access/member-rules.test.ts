import { describe, expect, it } from 'vitest';
import { longestClaim, memberChanges, shopsClaim } from '../../../../shared/access/member-rules.ts';
import { scopeOfToken } from '../../../../shared/access/scope.ts';

const owner = (subject: string) => ({ subject, role: 'owner' }) as const;
const viewer = (subject: string) => ({ subject, role: 'viewer' }) as const;

describe('memberChanges', () => {
  it.each([
    ['nothing where nothing differs', [owner('a'), viewer('b')], [viewer('b'), owner('a')], [], []],
    ['who is new', [owner('a')], [owner('a'), viewer('b')], [viewer('b')], []],
    ['who is gone', [owner('a'), viewer('b')], [owner('a')], [], ['b']],
    ['another role', [owner('a')], [viewer('a')], [viewer('a')], []],
    ['all at once', [owner('a'), owner('b')], [viewer('b'), owner('c')], [viewer('b'), owner('c')], ['a']],
    [
      'subjects that are names of properties',
      [owner('__proto__')],
      [owner('constructor')],
      [owner('constructor')],
      ['__proto__'],
    ],
    ['each subject once', [owner('a'), viewer('a')], [], [], ['a']],
  ])('finds %s', (_, before, after, put, removed) => {
    expect(memberChanges(before, after)).toEqual({ put, removed });
  });
});

describe('shopsClaim', () => {
  const shops = (count: number, idLength: number) =>
    Array.from({ length: count }, (_, index) => ({
      shopId: String(index).padStart(idLength, '7'),
      role: 'viewer' as const,
    }));

  it('is what the routes read', () => {
    const { claim } = shopsClaim([
      { shopId: '7494049642642441621', role: 'owner' },
      { shopId: '__proto__', role: 'agent' },
    ]);
    expect(claim).toBe('7494049642642441621:owner __proto__:agent');
    expect(scopeOfToken({ sub: 's', shops: claim }, '__proto__')).toMatchObject({ role: 'agent' });
  });

  it('is empty for nobody’s member', () => {
    expect(shopsClaim([])).toEqual({ claim: '', leftOut: 0 });
  });

  it('names 150 shops with IDs of 19 digits, and 56 with the longest', () => {
    expect(shopsClaim(shops(150, 19)).leftOut).toBe(0);
    expect(shopsClaim(shops(56, 64)).leftOut).toBe(0);
  });

  it('leaves out whole entries, the last ones, and says how many', () => {
    for (const idLength of [3, 19, 64]) {
      const many = shops(1000, idLength);
      const { claim, leftOut } = shopsClaim(many);
      expect(claim.length).toBeLessThanOrEqual(longestClaim);
      expect(claim.length).toBeGreaterThan(longestClaim - idLength - 8);
      const named = claim.split(' ');
      expect(named).toEqual(many.slice(0, 1000 - leftOut).map(({ shopId }) => `${shopId}:viewer`));
    }
  });
});
