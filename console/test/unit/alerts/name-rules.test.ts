import { expect, it } from 'vitest';
import { nameOf } from '../../../src/alerts/name-rules.ts';

it('is the username, or the ID of a buyer without one, each in a direction of its own', () => {
  expect(nameOf({ buyerId: '7495', username: 'رضا' })).toBe('\u2068رضا\u2069');
  expect(nameOf({ buyerId: '7495' })).toBe('\u20687495\u2069');
});
