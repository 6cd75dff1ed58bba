import { describe, expect, it } from 'vitest';
import { timeIn } from '../../../../shared/notifications/time-text-rules.ts';

describe('a time in words', () => {
  it('says which hour is meant, by zone and offset', () => {
    const at = Date.parse('2026-11-22T13:00:00Z');
    expect(timeIn('Africa/Cairo', at)).toBe('22 Nov 2026, 15:00 (Africa/Cairo, UTC+02:00)');
    expect(timeIn('UTC', at)).toBe('22 Nov 2026, 13:00 (UTC, UTC+00:00)');
  });
});
