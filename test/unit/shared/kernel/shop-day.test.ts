import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextMidnight, shopDay } from '../../../../shared/kernel/shop-day.ts';

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString();
const dayOf = (timeZone: string, now: string) => {
  const { key, startsAt, endsAt } = shopDay({ timeZone }, at(now));
  return { key, startsAt: iso(startsAt), endsAt: iso(endsAt), hours: (endsAt - startsAt) / 3_600_000 };
};

describe('shopDay', () => {
  it.each([
    ['UTC', '2026-11-22T12:00:00Z', '2026-11-22T00:00:00.000Z', 24],
    ['Pacific/Kiritimati', '2026-11-22T12:00:00Z', '2026-11-22T10:00:00.000Z', 24],
    ['Etc/GMT+12', '2026-11-22T11:59:59.999Z', '2026-11-21T12:00:00.000Z', 24],
    ['Asia/Kathmandu', '2026-11-22T18:14:59.999Z', '2026-11-21T18:15:00.000Z', 24],
    // Clocks go forward at midnight: these days begin at 01:00 and have 23 hours.
    ['Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00.000Z', 23],
    ['Asia/Beirut', '2026-03-29T12:00:00Z', '2026-03-28T22:00:00.000Z', 23],
    ['America/Santiago', '2026-09-06T12:00:00Z', '2026-09-06T04:00:00.000Z', 23],
    // Clocks go back at midnight: the hour before it comes twice, and the day before has 25 hours.
    ['Africa/Cairo', '2026-10-29T12:00:00Z', '2026-10-28T21:00:00.000Z', 25],
    ['Asia/Beirut', '2026-10-24T12:00:00Z', '2026-10-23T21:00:00.000Z', 25],
    ['America/Santiago', '2026-04-04T12:00:00Z', '2026-04-04T03:00:00.000Z', 25],
    ['Australia/Lord_Howe', '2026-10-03T16:00:00Z', '2026-10-03T13:30:00.000Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-05T12:00:00Z', '2026-04-04T13:00:00.000Z', 24.5],
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z', 23],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z', 25],
  ])('in %s at %s began at %s and has %s hours', (zone, now, startsAt, hours) => {
    expect(dayOf(zone, now)).toMatchObject({ key: startsAt, startsAt, hours });
  });

  it('goes from the 29th to the 31st where Apia left a day out', () => {
    const before = shopDay({ timeZone: 'Pacific/Apia' }, at('2011-12-30T09:59:59.999Z'));
    const after = shopDay({ timeZone: 'Pacific/Apia' }, at('2011-12-30T10:00:00Z'));
    expect(iso(before.startsAt)).toBe('2011-12-29T10:00:00.000Z');
    expect(iso(before.endsAt)).toBe('2011-12-30T10:00:00.000Z');
    expect(after.startsAt).toBe(before.endsAt);
    expect(iso(after.endsAt)).toBe('2011-12-31T10:00:00.000Z');
  });

  it('changes at the very millisecond of midnight', () => {
    expect(dayOf('Africa/Cairo', '2026-04-23T21:59:59.999Z').endsAt).toBe('2026-04-23T22:00:00.000Z');
    expect(dayOf('Africa/Cairo', '2026-04-23T22:00:00.000Z').startsAt).toBe('2026-04-23T22:00:00.000Z');
  });

  it('is found from both ends of a day of 25 hours', () => {
    const day = shopDay({ timeZone: 'Africa/Cairo' }, at('2026-10-28T21:00:00Z'));
    expect(day.endsAt - day.startsAt).toBe(25 * 3_600_000);
    expect(shopDay({ timeZone: 'Africa/Cairo' }, day.endsAt - 1)).toEqual(day);
  });

  it('covers time without gap or overlap, and names each instant of a day alike', () => {
    const zones = [
      'Africa/Cairo',
      'Asia/Beirut',
      'America/Santiago',
      'Australia/Lord_Howe',
      'Pacific/Kiritimati',
      'Etc/GMT+12',
      'America/Nuuk',
      'Asia/Gaza',
      'Africa/Casablanca',
      'Pacific/Chatham',
    ];
    const instant = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2034-01-01T00:00:00Z') });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (timeZone, now, share) => {
          const day = shopDay({ timeZone }, now);
          expect(day.startsAt).toBeLessThanOrEqual(now);
          expect(now).toBeLessThan(day.endsAt);
          const within = day.startsAt + Math.floor(share * (day.endsAt - 1 - day.startsAt));
          expect(shopDay({ timeZone }, within)).toEqual(day);
          expect(shopDay({ timeZone }, day.endsAt).startsAt).toBe(day.endsAt);
          expect(shopDay({ timeZone }, day.startsAt - 1).endsAt).toBe(day.startsAt);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends with the old zone where a new one begins', () => {
    const from = nextMidnight('America/Los_Angeles', at('2026-11-22T12:00:00Z'));
    const zones = { timeZone: 'Asia/Tokyo', nextTimeZone: { timeZone: 'America/Los_Angeles', from } };
    expect(iso(shopDay(zones, from - 1).endsAt)).toBe(iso(from));
    expect(shopDay(zones, from)).toMatchObject({ startsAt: from, key: iso(from) });
  });
});
