import { describe, expect, it } from 'vitest';
import { refusalCode } from '../../../../../shared/alerts/ingest/refusal-rules.ts';

describe('what is kept of a refusal', () => {
  it.each([
    ['already_shipped', 'already_shipped'],
    ['ALREADY_SHIPPED', 'already_shipped'],
    ['e42', 'e42'],
    ['x'.repeat(64), 'x'.repeat(64)],
  ])('is its code: %s', (reason, code) => {
    expect(refusalCode(reason)).toBe(code);
  });

  it.each([
    'The parcel was handed over at 09:41.',
    'Ada',
    'ada lovelace',
    'ada@example.com',
    'ada-lovelace',
    '4915112345678',
    'x'.repeat(65),
    'already_shipped\n',
    'e\u0301',
    '😀',
    '\ud800',
    ' ',
  ])('is nothing of what may be words: %j', (reason) => {
    expect(refusalCode(reason)).toBe('other');
  });
});
