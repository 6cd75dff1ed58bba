import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../shared/alerts/rules.ts';
import { settingsOf } from '../../../../shared/notifications/settings-rules.ts';
import type { SettingsWish } from '../../../../shared/notifications/settings-rules.ts';
import { nextDue, tellingsOf } from '../../../../shared/notifications/telling-rules.ts';
import type { TellingTimes } from '../../../../shared/notifications/telling-rules.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

const at = (text: string): number => Date.parse(`2026-11-${text}:00Z`);
const quietHours = { from: '22:00', to: '07:00' };
const shown = (instant: number): string => new Date(instant).toISOString().slice(8, 16);

/** What a shop in UTC is told of an alert that is raised then. */
const tell = (
  now: number,
  respondBy: number | undefined,
  wish: SettingsWish = { quietHours },
  alert: Partial<Alert> = {},
) => {
  const times: TellingTimes = {
    now,
    settings: settingsOf(wish, 1),
    zones: { timeZone: 'UTC' },
    windowMilliseconds: 300_000,
    offset: 0,
  };
  const { respondBy: _, ...base } = buildOrderAlert({ raisedAt: now, ...alert });
  const one = respondBy === undefined ? base : { ...base, respondBy };
  const news = { change: 'raised', revision: 1, respondBy, occurredAt: now };
  return tellingsOf(news, one, times).map(({ cause, due }) => [cause.split('.')[0], shown(due)]);
};

describe('when a shop is told', () => {
  it('is with the next digest, or in a message of its own, or never', () => {
    const deliver = (delivery: 'at_once' | 'digest' | 'off') => ({
      alerts: { security_alert_order: { low: delivery, medium: delivery, high: delivery } },
    });
    const now = at('22T12:01');
    expect(tell(now, undefined, deliver('digest'))).toEqual([['raised', '22T12:05']]);
    expect(tell(now, undefined, deliver('at_once'))).toEqual([['raised', '22T12:01']]);
    expect(tell(now, undefined, deliver('off'))).toEqual([]);
  });

  it('is behind quiet hours for what can wait', () => {
    for (const now of ['22T21:57', '22T23:00', '23T06:59']) {
      expect(tell(at(now), undefined)).toEqual([['raised', '23T07:00']]);
      expect(tell(at(now), at('23T12:00'))).toEqual([['raised', '23T07:00']]);
    }
    expect(tell(at('22T21:50'), undefined)).toEqual([['raised', '22T21:55']]);
  });

  it('is before quiet hours for what passes its deadline in them, or in the hour behind them', () => {
    for (const respondBy of [at('23T03:00'), at('23T07:59')])
      expect(tell(at('22T21:57'), respondBy)).toEqual([
        ['raised', '22T21:57'],
        ['near', '22T21:57'],
      ]);
  });

  it('is once more before quiet hours, where the deadline is then so near that it would be told inside them', () => {
    expect(tell(at('22T20:01'), at('23T03:00'))).toEqual([
      ['raised', '22T20:05'],
      ['near', '22T21:45'],
    ]);
    // It is near at nine, an hour before the quiet: told by that event itself.
    expect(tell(at('22T18:01'), at('22T23:59'))).toEqual([['raised', '22T18:05']]);
  });

  it('is by the reminder of another day, too', () => {
    const alert = { deadlineGivenAt: at('23T21:00') };
    expect(tell(at('23T21:01'), at('24T05:00'), { quietHours }, alert)).toEqual([
      ['raised', '23T21:05'],
      ['near', '23T21:45'],
    ]);
  });

  it('is not inside quiet hours for what comes and ends in them', () => {
    expect(tell(at('22T23:00'), at('23T03:00'))).toEqual([['raised', '23T07:00']]);
  });

  it('is of frauds only where the shop wants it', () => {
    const fraud = { kind: 'fraud_outcome', status: 'resolved' } as const;
    const always = { low: 'digest', medium: 'digest', high: 'digest' } as const;
    expect(tell(at('22T12:01'), undefined, {}, fraud)).toEqual([]);
    expect(tell(at('22T12:01'), undefined, { alerts: { fraud_outcome: always } }, fraud)).toEqual([
      ['raised', '22T12:05'],
    ]);
  });

  it('is a window later where a digest has been sent, still outside quiet hours', () => {
    const times: TellingTimes = {
      now: at('22T21:50'),
      settings: settingsOf({ quietHours }, 1),
      zones: { timeZone: 'UTC' },
      windowMilliseconds: 300_000,
      offset: 0,
    };
    const alert = buildOrderAlert({ respondBy: at('25T12:00') });
    expect(shown(nextDue(at('22T21:50'), alert, times))).toBe('22T21:55');
    expect(shown(nextDue(at('22T21:55'), alert, times))).toBe('23T07:00');
  });
});
