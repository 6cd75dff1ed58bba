import { expect, it } from 'vitest';
import { nameOf } from '../../../src/alerts/name-rules.ts';

it('is the username, or the ID of a buyer without one', () => {
  expect(nameOf({ buyerId: '7495', username: 'رضا' })).toBe('رضا');
  expect(nameOf({ buyerId: '7495' })).toBe('7495');
});
