import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTimestamp, toTimestamp, toTtl } from '../../../../shared/kernel/clock.ts';

const instants = fc.integer({ min: 0, max: Date.parse('9999-12-31T23:59:59.999Z') });

describe('a timestamp', () => {
  it('is UTC with milliseconds', () => {
    expect(toTimestamp(Date.parse('2026-11-22T13:00:00+01:00'))).toBe('2026-11-22T12:00:00.000Z');
  });

  it('gives back the instant that it was made of', () => {
    fc.assert(fc.property(instants, (at) => fromTimestamp(toTimestamp(at)) === at));
  });
});

describe('a TTL', () => {
  it('is in whole seconds, never before its instant, and within a second of it', () => {
    expect(toTtl(1000)).toBe(1);
    expect(toTtl(1001)).toBe(2);
    fc.assert(
      fc.property(instants, (at) => {
        const ttl = toTtl(at);
        expect(Number.isInteger(ttl)).toBe(true);
        expect(ttl * 1000 - at).toBeGreaterThanOrEqual(0);
        expect(ttl * 1000 - at).toBeLessThan(1000);
      }),
    );
  });
});
