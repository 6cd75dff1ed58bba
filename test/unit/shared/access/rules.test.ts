import { describe, expect, it } from 'vitest';
import { changeAccess, endingOf, zoneAt } from '../../../../shared/access/rules.ts';
import { shopDay } from '../../../../shared/kernel/shop-day.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const grant = { state: 'active', timeZone: 'UTC' } as const;
const iso = (instant: number | undefined) => new Date(instant ?? Number.NaN).toISOString();

describe('changeAccess', () => {
  it('grants a new shop access with the default quotas, in its zone from the start', () => {
    const { access, event } = changeAccess(undefined, { ...grant, timeZone: 'Asia/Tokyo' }, noon);
    expect(event).toBe('Access Granted');
    expect(access).toEqual({
      state: 'active',
      since: noon,
      timeZone: 'Asia/Tokyo',
      quotas: { blocks: 100, newBlocksPerDay: 10 },
      members: [],
      revision: 1,
    });
  });

  it('keeps quotas, members and notification where a change is silent about them', () => {
    const current = buildAccess({
      quotas: { blocks: 7, newBlocksPerDay: 3 },
      members: [{ subject: 's', role: 'owner' }],
      notify: { channel: 'email', address: 'a@example.com' },
    });
    const { access, event } = changeAccess(current, grant, noon + 1);
    expect(event).toBe('Access Changed');
    expect(access).toEqual({ ...current, revision: 2 });
  });

  it('changes one quota and leaves the other', () => {
    const current = buildAccess({ quotas: { blocks: 7, newBlocksPerDay: 3 } });
    expect(changeAccess(current, { ...grant, quotas: { blocks: 0 } }, noon).access.quotas).toEqual({
      blocks: 0,
      newBlocksPerDay: 3,
    });
    expect(changeAccess(current, { ...grant, quotas: { newBlocksPerDay: 1000 } }, noon).access.quotas).toEqual({
      blocks: 7,
      newBlocksPerDay: 1000,
    });
  });

  it('dates a state from its beginning only', () => {
    const ended = changeAccess(buildAccess(), { ...grant, state: 'terminated', reason: 'abuse' }, noon + 5);
    expect(ended).toMatchObject({
      event: 'Access Terminated',
      access: { state: 'terminated', since: noon + 5, reason: 'abuse' },
    });
    expect(changeAccess(ended.access, { ...grant, state: 'terminated' }, noon + 9).access.since).toBe(noon + 5);
    expect(changeAccess(ended.access, grant, noon + 9)).toMatchObject({
      event: 'Access Granted',
      access: { since: noon + 9 },
    });
  });

  it('terminates a shop that never had access', () => {
    expect(changeAccess(undefined, { ...grant, state: 'terminated' }, noon).event).toBe('Access Terminated');
  });
});

describe('the reasons of an end', () => {
  const end = { state: 'terminated', timeZone: 'UTC' } as const;
  const ended = changeAccess(buildAccess(), { ...end, reasonCode: 'misuse', text: 'Read section 4.' }, noon).access;

  it('stay where ending it again is silent, and are replaced one by one', () => {
    expect(endingOf(ended)).toEqual({ reasonCode: 'misuse', text: 'Read section 4.' });
    expect(changeAccess(ended, end, noon + 1).access).toEqual({ ...ended, revision: 3 });
    const again = changeAccess(ended, { ...end, reasonCode: 'policy' }, noon + 1);
    expect(again).toMatchObject({ event: 'Access Changed', access: { since: noon } });
    expect(endingOf(again.access)).toEqual({ reasonCode: 'policy', text: 'Read section 4.' });
    expect(endingOf(changeAccess(ended, { ...end, text: 'Sorry.' }, noon).access)).toEqual({
      reasonCode: 'misuse',
      text: 'Sorry.',
    });
  });

  it('are `other` where none is stored, which is never stored', () => {
    expect(endingOf(buildAccess({ state: 'terminated' }))).toEqual({ reasonCode: 'other' });
    const other = changeAccess(ended, { ...end, reasonCode: 'other' }, noon).access;
    expect(other).not.toHaveProperty('reasonCode');
    expect(endingOf(other)).toEqual({ reasonCode: 'other', text: 'Read section 4.' });
  });

  it('go with the next grant, and are none of an access that is there', () => {
    const granted = changeAccess(ended, grant, noon + 1).access;
    expect(granted).not.toHaveProperty('reasonCode');
    expect(granted).not.toHaveProperty('text');
    expect(endingOf(granted)).toEqual({});
    expect(endingOf(changeAccess(granted, end, noon + 2).access)).toEqual({ reasonCode: 'other' });
  });
});

describe('a changed zone', () => {
  const tokyo = buildAccess({ timeZone: 'Asia/Tokyo' });
  // Noon UTC is 21:00 in Tokyo and 04:00 in Los Angeles.
  const changed = changeAccess(tokyo, { ...grant, timeZone: 'America/Los_Angeles' }, noon).access;

  it('waits for the later of the two midnights', () => {
    expect(changed.timeZone).toBe('Asia/Tokyo');
    expect(iso(changed.nextTimeZone?.from)).toBe('2026-11-23T08:00:00.000Z');
    const back = changeAccess(
      buildAccess({ timeZone: 'America/Los_Angeles' }),
      { ...grant, timeZone: 'Asia/Tokyo' },
      noon,
    ).access;
    expect(iso(back.nextTimeZone?.from)).toBe('2026-11-23T08:00:00.000Z');
  });

  it('is in force from that very instant', () => {
    const from = changed.nextTimeZone?.from ?? 0;
    expect(zoneAt(changed, from - 1)).toBe('Asia/Tokyo');
    expect(zoneAt(changed, from)).toBe('America/Los_Angeles');
  });

  it('stays as announced when it is asked for again', () => {
    expect(
      changeAccess(changed, { ...grant, timeZone: 'America/Los_Angeles' }, noon + 5_000_000).access.nextTimeZone,
    ).toEqual(changed.nextTimeZone);
  });

  it('is taken back by asking for the present one', () => {
    expect(changeAccess(changed, { ...grant, timeZone: 'Asia/Tokyo' }, noon + 1).access).not.toHaveProperty(
      'nextTimeZone',
    );
  });

  it('becomes the present one for a change after it', () => {
    const later = noon + 5 * 86_400_000;
    const { access } = changeAccess(changed, { ...grant, timeZone: 'UTC' }, later);
    expect(access.timeZone).toBe('America/Los_Angeles');
    expect(iso(access.nextTimeZone?.from)).toBe('2026-11-28T08:00:00.000Z');
  });

  it('never lets one instant count for two days, whatever zones follow each other', () => {
    const zones = [
      'Asia/Tokyo',
      'Pacific/Kiritimati',
      'Etc/GMT+12',
      'Australia/Lord_Howe',
      'America/Los_Angeles',
      'UTC',
    ];
    let access = tokyo;
    let [key, endsAt] = ['', 0];
    const ended = new Set<string>();
    for (let step = 0; step < 300; step++) {
      const now = noon + step * 1_700_000;
      if (step % 7 === 0)
        access = changeAccess(access, { ...grant, timeZone: zones[(step * 5) % 6] ?? 'UTC' }, now).access;
      const day = shopDay(access, now);
      expect(day.endsAt).toBeGreaterThan(now);
      if (day.key !== key) {
        expect(now).toBeGreaterThanOrEqual(endsAt);
        expect(ended.has(day.key)).toBe(false);
        ended.add(key);
      }
      [key, endsAt] = [day.key, day.endsAt];
    }
  });
});
