import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAccess } from '../../../../shared/access/rules.ts';
import { shopDay } from '../../../../shared/kernel/shop-day.ts';
import { datesUntil, keysAround } from '../../../../shared/dashboard/range-rules.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';

describe('datesUntil', () => {
  it('counts back over months, years and leap days', () => {
    expect(datesUntil('2026-11-22', 1)).toEqual(['2026-11-22']);
    expect(datesUntil('2028-03-01', 3)).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(datesUntil('2027-01-01', 2)).toEqual(['2026-12-31', '2027-01-01']);
    const dates = datesUntil('2026-11-22', 90);
    expect([dates.length, new Set(dates).size, dates[0], dates.at(-1)]).toEqual([90, 90, '2026-08-25', '2026-11-22']);
  });
});

const zones = [
  'UTC',
  'Africa/Cairo',
  'America/Santiago',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Etc/GMT-14',
];
const instant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2036-01-01') });

describe('keysAround', () => {
  it('holds the first instant of every day of these dates, in any zone, also after a change of zones', () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom(...zones),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 72 }),
        (at, zone, nextZone, hours) => {
          const before = buildAccess({ timeZone: zone });
          const { access } = changeAccess(before, { state: 'active', timeZone: nextZone }, at);
          const { key, date } = shopDay(access, at + hours * 3_600_000);
          const { from, to } = keysAround(date, date);
          expect(from <= key && key <= to, `${zone} → ${nextZone}: ${key} of ${date}`).toBe(true);
        },
      ),
    );
  });

  it('reads hardly more days than were asked for', () => {
    const { from, to } = keysAround('2026-08-25', '2026-11-22');
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBeLessThan(91);
  });
});

describe('the date of a shop’s day', () => {
  it.each([
    // 23, 25, 24.5 and 23.5 hours long; and a day that two zones name apart.
    ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
    ['Africa/Cairo', '2026-10-29T20:59:59.999Z', '2026-10-29'],
    ['Africa/Cairo', '2026-10-29T21:59:59.999Z', '2026-10-29'],
    ['Australia/Lord_Howe', '2026-04-05T13:29:59Z', '2026-04-05'],
    ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', '2026-11-23'],
    ['Etc/GMT+12', '2026-11-22T11:59:59Z', '2026-11-21'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('in %s at %s is %s', (timeZone, at, date) => {
    expect(shopDay({ timeZone }, Date.parse(at)).date).toBe(date);
  });

  it('comes twice, as two days, when the shop moves west over the date line', () => {
    const at = Date.parse('2026-11-22T09:00:00Z');
    const { access } = changeAccess(
      buildAccess({ timeZone: 'Pacific/Kiritimati' }),
      { state: 'active', timeZone: 'Pacific/Honolulu' },
      at,
    );
    const hourly = Array.from({ length: 40 }, (_, hour) => shopDay(access, at + hour * 3_600_000));
    const days = [...new Map(hourly.map(({ key, date }) => [key, date]))];
    expect(days).toEqual([
      ['2026-11-21T10:00:00.000Z', '2026-11-22'],
      ['2026-11-22T10:00:00.000Z', '2026-11-22'],
      ['2026-11-23T10:00:00.000Z', '2026-11-23'],
    ]);
  });
});
