import { describe, expect, it } from 'vitest';
import { changeAccess } from '../../../../shared/contracts/http/access.ts';
import { shopDay } from '../../../../shared/kernel/shop-day.ts';
import { timeZoneNamed } from '../../../../shared/kernel/time-zone.ts';
import { timeZoneNames } from '../../../../shared/kernel/words/time-zones.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const { timeZone } = changeAccess.body.shape;

describe('a time zone', () => {
  it.each([
    'UTC',
    'Africa/Cairo',
    'America/Argentina/Buenos_Aires',
    // Links.
    'US/Pacific',
    'Asia/Calcutta',
    'Asia/Kolkata',
    'Europe/Kyiv',
    'Europe/Kiev',
    'Etc/GMT+5',
    'GB',
  ])('may be %s', (name) => {
    expect(timeZone.parse(name)).toBe(name);
  });

  it.each([
    ['africa/cairo', 'Africa/Cairo'],
    ['ETC/gmt+5', 'Etc/GMT+5'],
    ['utc', 'UTC'],
  ])('given as %s is %s', (given, name) => {
    expect(timeZone.parse(given)).toBe(name);
  });

  it.each([
    // `Intl` takes these: `BST` as Dhaka.
    'BST',
    'AST',
    'ACT',
    'IST',
    'CST',
    'PST',
    'VST',
    '+02:00',
    '',
    'Factory',
    'localtime',
    'Mars/Olympus',
    'Africa/Cairo ',
    '__proto__',
    'constructor',
    '../etc/passwd',
    'Europe/Berlin\n',
    'ut\u212a',
  ])('is not %j', (name) => {
    expect(timeZoneNamed(name)).toBeUndefined();
    expect(timeZone.safeParse(name).success).toBe(false);
  });

  it('is one that this Node knows, and has a day, under every name', () => {
    expect(timeZoneNames.length).toBeGreaterThan(590);
    for (const name of timeZoneNames) {
      const { startsAt, endsAt } = shopDay({ timeZone: name }, noon);
      expect(startsAt <= noon && noon < endsAt, name).toBe(true);
    }
  });

  it('differs from no other by case alone', () => {
    expect(new Set(timeZoneNames.map((name) => name.toLowerCase())).size).toBe(timeZoneNames.length);
  });
});
