import { describe, expect, it } from 'vitest';
import { toZonedInstant, wallClockOf, wasShownBefore } from '../../../../services/scheduler/zoned-time.ts';

describe('the wall clock of a zone', () => {
  it.each([
    ['UTC', { year: 2026, month: 11, day: 22, hour: 23, minute: 30, weekday: 1 }],
    ['Asia/Kolkata', { year: 2026, month: 11, day: 23, hour: 5, minute: 0, weekday: 2 }],
    ['America/Los_Angeles', { year: 2026, month: 11, day: 22, hour: 15, minute: 30, weekday: 1 }],
  ])('of %s shows its own day and hour', (zone, shown) => {
    expect(wallClockOf(zone)(Date.parse('2026-11-22T23:30:00Z'))).toEqual(shown);
  });

  it('is none of a zone that is none', () => {
    expect(() => wallClockOf('Mars/Olympus')).toThrow('Mars/Olympus');
  });
});

describe('toZonedInstant', () => {
  it.each([
    ['2026-11-22T12:00:05', 'UTC', '2026-11-22T12:00:05Z'],
    ['2026-11-22T12:00:05', 'Asia/Kolkata', '2026-11-22T06:30:05Z'],
    ['2026-11-22T00:30:00', 'America/Los_Angeles', '2026-11-22T08:30:00Z'],
    // Clocks go forward at 01:00 UTC on 29 March, and back at 01:00 UTC on 25 October.
    ['2026-03-29T00:30:00', 'Europe/Berlin', '2026-03-28T23:30:00Z'],
    ['2026-03-29T03:30:00', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['2026-10-25T03:30:00', 'Europe/Berlin', '2026-10-25T02:30:00Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(toZonedInstant(text, zone)).toBe(Date.parse(instant));
  });
});

describe('wasShownBefore', () => {
  it.each([
    ['2026-10-25T00:59:59Z', 'Europe/Berlin', false],
    ['2026-10-25T01:00:00Z', 'Europe/Berlin', true],
    ['2026-10-25T01:59:59Z', 'Europe/Berlin', true],
    ['2026-10-25T02:00:00Z', 'Europe/Berlin', false],
    ['2026-10-25T01:30:00Z', 'UTC', false],
    // Clocks go forward there.
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', false],
    // Lord Howe Island puts its clocks back by half an hour at 15:00 UTC.
    ['2026-04-04T15:29:00Z', 'Australia/Lord_Howe', true],
    ['2026-04-04T15:30:00Z', 'Australia/Lord_Howe', false],
  ])('at %s in %s: %s', (instant, zone, expected) => {
    expect(wasShownBefore(Date.parse(instant), zone)).toBe(expected);
  });
});
