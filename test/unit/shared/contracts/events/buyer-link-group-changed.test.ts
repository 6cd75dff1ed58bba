import { describe, expect, it } from 'vitest';
import { buyerLinkGroupChanged } from '../../../../../shared/contracts/events/buyer-link-group-changed.ts';
import { buyersNamed } from '../../../../builders/worlds/link-world.ts';

const change = { version: 1, eventId: 'e1', groupId: 'g1', buyerIds: ['b1'], evidence: ['device'], revision: 0 };
const { detail } = buyerLinkGroupChanged;

describe('Buyer Link Group Changed', () => {
  it('holds 5,000 members and no more', () => {
    expect(detail.safeParse({ ...change, buyerIds: buyersNamed('b', 5_000) }).success).toBe(true);
    expect(detail.safeParse({ ...change, buyerIds: buyersNamed('b', 5_001) }).success).toBe(false);
  });

  it.each([
    ['a negative revision', { revision: -1 }],
    ['a revision that is no whole number', { revision: 1.5 }],
    ['a revision beyond what a number holds', { revision: 2 ** 53 }],
    ['a numeric buyer ID', { buyerIds: [7] }],
    ['a buyer ID with the separator of keys', { buyerIds: ['a#b'] }],
    ['another version', { version: 2 }],
  ])('refuses %s', (_, wrong) => {
    expect(detail.safeParse({ ...change, ...wrong }).success).toBe(false);
  });
});
