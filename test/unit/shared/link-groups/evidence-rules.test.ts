import { describe, expect, it } from 'vitest';
import { countLinks, evidenceKinds, strengthOf } from '../../../../shared/link-groups/evidence-rules.ts';

const nobody = new Set<string>();

describe('evidenceKinds', () => {
  it('are the words of an event, each once and in one order', () => {
    expect(evidenceKinds(['payment_instrument', 'device', 'device'], nobody)).toEqual(['device', 'payment_instrument']);
  });

  it('are nothing that could say whom the group is about', () => {
    const odd = ['', '7494101234567890123', 'ada@shop.example', 'two words', 'x'.repeat(41), 'buyer-7'];
    expect(evidenceKinds([...odd, 'device'], new Set(['buyer-7']))).toEqual(['device']);
  });

  it('are bounded', () => {
    const many = Array.from({ length: 50 }, (_, index) => `kind-${index}`);
    expect(evidenceKinds(many, nobody)).toHaveLength(20);
  });
});

describe('countLinks', () => {
  it('counts each account once, and once for each kind that links it', () => {
    const groups = [
      { members: ['me', 'a', 'b'], evidence: ['device', 'address'] },
      { members: ['me', 'b', 'c'], evidence: ['device'] },
      { members: ['me', 'd'], evidence: [] },
    ];
    expect(countLinks('me', groups)).toEqual({
      accounts: 4,
      links: [
        { evidence: 'device', accounts: 3 },
        { evidence: 'address', accounts: 2 },
      ],
    });
  });

  it('counts nobody in a group of one, nor where the buyer is in none', () => {
    expect(countLinks('me', [{ members: ['me'], evidence: ['device'] }])).toEqual({ accounts: 0, links: [] });
    expect(countLinks('me', [])).toEqual({ accounts: 0, links: [] });
  });
});

describe('strengthOf', () => {
  const strong = new Set(['payment_instrument']);

  it('is strong with one strong kind, weak with others, and nothing without any', () => {
    const device = { evidence: 'device', accounts: 9 };
    expect(strengthOf([device, { evidence: 'payment_instrument', accounts: 1 }], strong)).toBe('strong');
    expect(strengthOf([device], strong)).toBe('weak');
    expect(strengthOf([], strong)).toBeUndefined();
  });
});
