import { describe, expect, it } from 'vitest';
import { quietPeriod, undisturbedPeriod } from '../../../../shared/notifications/quiet-rules.ts';

const at = (text: string): number => Date.parse(text);
const shown = (period: ReturnType<typeof quietPeriod>) =>
  period && [period.from, period.to].map((instant) => new Date(instant).toISOString().slice(0, 16));
const night = { from: '22:00', to: '07:00' };
const cairo = { timeZone: 'Africa/Cairo' };
const berlin = { timeZone: 'Europe/Berlin' };

describe('quiet hours', () => {
  it.each([
    ['before midnight', '2026-11-22T20:30:00Z'],
    ['after midnight', '2026-11-23T02:00:00Z'],
    ['in their first instant', '2026-11-22T20:00:00Z'],
    ['in their last millisecond', '2026-11-23T04:59:59.999Z'],
  ])('are those of one night, %s', (_, instant) => {
    expect(shown(quietPeriod(night, cairo, at(instant)))).toEqual(['2026-11-22T20:00', '2026-11-23T05:00']);
  });

  it.each(['2026-11-22T19:59:59.999Z', '2026-11-23T05:00:00Z', '2026-11-22T12:00:00Z'])('are over at %s', (instant) => {
    expect(quietPeriod(night, cairo, at(instant))).toBeUndefined();
  });

  it('may lie in one day', () => {
    const noon = { from: '12:15', to: '13:45' };
    expect(shown(quietPeriod(noon, cairo, at('2026-11-22T11:00:00Z')))).toEqual([
      '2026-11-22T10:15',
      '2026-11-22T11:45',
    ]);
    expect(quietPeriod(noon, cairo, at('2026-11-22T12:00:00Z'))).toBeUndefined();
  });

  it('are none where none are set', () => {
    expect(quietPeriod(undefined, cairo, at('2026-11-22T22:00:00Z'))).toBeUndefined();
  });

  it('go by the clocks of the night in which they are moved', () => {
    expect(shown(quietPeriod(night, berlin, at('2026-03-28T23:00:00Z')))).toEqual([
      '2026-03-28T21:00',
      '2026-03-29T05:00',
    ]);
    expect(shown(quietPeriod(night, berlin, at('2026-10-24T23:00:00Z')))).toEqual([
      '2026-10-24T20:00',
      '2026-10-25T06:00',
    ]);
  });

  it('begin with the next hour that there is, where theirs is left out', () => {
    const hours = { from: '02:30', to: '06:00' };
    expect(shown(quietPeriod(hours, berlin, at('2026-03-29T02:00:00Z')))).toEqual([
      '2026-03-29T01:00',
      '2026-03-29T04:00',
    ]);
  });

  it('follow a change of zone in the middle of the night', () => {
    const from = at('2026-11-22T23:00:00Z');
    const zones = { timeZone: 'Europe/Berlin', nextTimeZone: { timeZone: 'Asia/Bangkok', from } };
    // It is six o'clock in Bangkok when its zone begins.
    expect(shown(quietPeriod(night, zones, at('2026-11-22T22:00:00Z')))).toEqual([
      '2026-11-22T21:00',
      '2026-11-23T00:00',
    ]);
  });

  it('let a message through that left just before them', () => {
    expect(undisturbedPeriod(night, cairo, at('2026-11-22T20:01:59Z'))).toBeUndefined();
    expect(shown(undisturbedPeriod(night, cairo, at('2026-11-22T20:02:00Z')))).toEqual([
      '2026-11-22T20:00',
      '2026-11-23T05:00',
    ]);
  });
});
