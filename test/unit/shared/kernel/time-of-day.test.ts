import { describe, expect, it } from 'vitest';
import { minuteOfDay, toMinutes } from '../../../../shared/kernel/time-of-day.ts';

describe('the minute of a day', () => {
  it.each([
    ['UTC', 0],
    ['Asia/Kathmandu', 345],
    ['America/St_Johns', 1230],
    ['Australia/Lord_Howe', 660],
  ])('is that of the clocks in %s', (zone, minutes) => {
    expect(minuteOfDay(zone, Date.parse('2026-11-22T00:00:59.999Z'))).toBe(minutes);
  });

  it('is read from a time', () => {
    expect(['00:00', '07:30', '23:59'].map(toMinutes)).toEqual([0, 450, 1439]);
  });
});
