import { describe, expect, it } from 'vitest';
import { remainingUntil } from '../../../src/ui/countdown-rules.ts';

const now = Date.parse('2026-11-30T12:00:00.000Z');
const after = (seconds: number, milliseconds = 0) => remainingUntil(now + seconds * 1000 + milliseconds, now);

describe('remainingUntil', () => {
  it('counts days, hours, minutes and seconds', () => {
    expect(after(2 * 86_400 + 3 * 3600 + 4 * 60 + 5)).toEqual({
      pressure: 'calm',
      days: 2,
      hours: 3,
      minutes: 4,
      seconds: 5,
    });
  });

  it('never shows more than is left', () => {
    expect(after(59, 999)).toMatchObject({ minutes: 0, seconds: 59 });
  });

  it.each([
    [6 * 3600, 'calm'],
    [6 * 3600 - 1, 'soon'],
    [3600, 'soon'],
    [3599, 'now'],
    [1, 'now'],
    [0, 'over'],
    [-5, 'over'],
  ] as const)('presses with %i seconds left: %s', (seconds, pressure) => {
    expect(after(seconds).pressure).toBe(pressure);
  });
});
