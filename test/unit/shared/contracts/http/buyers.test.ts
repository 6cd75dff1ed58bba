import { describe, expect, it } from 'vitest';
import { findBuyer } from '../../../../../shared/contracts/http/buyers.ts';
import { buyerProfileChanged } from '../../../../../shared/contracts/events/buyer-profile-changed.ts';

const profile = {
  version: 1,
  eventId: 'e1',
  buyerId: 'b1',
  username: 'lina',
  avatarUrl: 'https://a.example/1.webp',
  revision: 1,
};

describe('Buyer Profile Changed', () => {
  it.each(['', 'x'.repeat(257), 'a\udc00', '\ud83d'])('refuses the username %j', (username) => {
    expect(buyerProfileChanged.detail.safeParse({ ...profile, username }).success).toBe(false);
  });

  it.each([
    ' ',
    'x'.repeat(256),
    '\u0130',
    '\u202ea',
    'e\u0301',
    '\u200d',
    '#',
    '𝕏',
  ])('keeps the username %j as it is', (username) => {
    expect(buyerProfileChanged.detail.parse({ ...profile, username }).username).toBe(username);
  });

  it.each([
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    'http://a.example/1.webp',
    '//a.example/1.webp',
    'https:a.example',
    'HTTPS',
    '',
  ])('refuses the avatar %j', (avatarUrl) => {
    expect(buyerProfileChanged.detail.safeParse({ ...profile, avatarUrl }).success).toBe(false);
  });
});

describe('query of the buyer lookup', () => {
  const wrong = (query: object) => findBuyer.query.safeParse(query).error?.issues.map((issue) => issue.path.join('.'));

  it('takes a username or an order', () => {
    expect(findBuyer.query.parse({ username: 'a' })).toEqual({ username: 'a' });
    expect(findBuyer.query.parse({ orderId: '1' })).toEqual({ orderId: '1' });
  });

  it.each([
    ['neither', {}, ['username']],
    ['both', { username: 'a', orderId: '1' }, ['orderId']],
    ['an empty username', { username: '' }, ['username']],
    ['two orders', { orderId: '1,2' }, ['orderId']],
  ])('refuses %s by name', (_, query, paths) => {
    expect(wrong(query)).toEqual(paths);
  });
});
