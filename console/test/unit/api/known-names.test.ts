import { expect, it } from 'vitest';
import { knownBuyersIn } from '../../../src/api/known-names.ts';

it('finds buyers wherever answers name them, and takes their newest name', () => {
  const known = knownBuyersIn([
    { pages: [{ items: [{ buyerId: 'b1', username: 'mira', reason: 'other' }] }] },
    { items: [{ alertId: 'a', buyer: { buyerId: 'b2', username: 'rita', avatarUrl: 'https://a.example/1' } }] },
    { buyerId: 'b1', username: 'mira.two' },
    { buyerId: 'b3' },
    undefined,
    null,
    7,
  ]);
  expect([...known.values()]).toEqual([
    { buyerId: 'b2', username: 'rita', avatarUrl: 'https://a.example/1' },
    { buyerId: 'b1', username: 'mira.two' },
  ]);
});
