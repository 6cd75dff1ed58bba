import { describe, expect, it } from 'vitest';
import { likenessOf, lookAlikesOf } from '../../../src/lookup/look-alike-rules.ts';
import type { KnownBuyer } from '../../../src/lookup/look-alike-rules.ts';

const known = (buyerId: string, username: string, from: KnownBuyer['from'] = 'block'): KnownBuyer => ({
  buyerId,
  username,
  from,
});

describe('likenessOf', () => {
  it.each([
    ['mira.sews', 'Mira.Sews'],
    ['paypal', 'pаypal'],
    ['anna1', 'annal'],
    ['anna', 'anna'],
  ])('finds that %j and %j look the same', (one, other) => {
    expect(likenessOf(one, other)).toBe('same');
  });

  it.each([
    ['mira.sews', 'mira_sews'],
    ['mirasews', 'mira.sews'],
    ['parcel_pirate', 'parcel_pirates'],
    ['bulkbuyer', 'bulkbuyre'],
    ['bulkbuyer', 'bulkbuver'],
  ])('finds that %j and %j are similar', (one, other) => {
    expect(likenessOf(one, other)).toBe('similar');
  });

  it.each([
    ['anna', 'hanna'],
    ['customer17', 'customer18'],
    ['refund.rita', 'rita_two'],
    ['bulkbuyer', 'bulkseller'],
  ])('takes %j and %j for nothing alike', (one, other) => {
    expect(likenessOf(one, other)).toBeUndefined();
  });
});

describe('lookAlikesOf', () => {
  const buyer = { buyerId: 'b', username: 'mira.sews' };

  it('leaves out the buyer, names each other one once, and the most alike first', () => {
    const all = [
      known('b', 'mira.sews'),
      known('c', 'mira_sews', 'alert'),
      known('d', 'Mira.Sews'),
      known('d', 'Mira.Sews', 'alert'),
      known('e', 'somebody'),
    ];
    expect(lookAlikesOf(buyer, all)).toEqual([
      { ...known('d', 'Mira.Sews'), likeness: 'same' },
      { ...known('c', 'mira_sews', 'alert'), likeness: 'similar' },
    ]);
  });

  it('shows two at most', () => {
    const all = ['c', 'd', 'e'].map((id) => known(id, 'MIRA.SEWS'));
    expect(lookAlikesOf(buyer, all)).toHaveLength(2);
  });

  it('shows another buyer who claims the very name', () => {
    expect(lookAlikesOf(buyer, [known('c', 'mira.sews')])).toMatchObject([{ buyerId: 'c', likeness: 'same' }]);
  });
});
