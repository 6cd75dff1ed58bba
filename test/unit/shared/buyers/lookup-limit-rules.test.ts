import { describe, expect, it } from 'vitest';
import { decideLookup, lookupLimits } from '../../../../shared/buyers/lookup-limit-rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const { minute, day } = lookupLimits;
const live = (used: number, leftMilliseconds: number) => ({ endsAt: noon + leftMilliseconds, used });

describe('decideLookup', () => {
  it('begins what never began or has ended, to the millisecond, and goes on with what has not', () => {
    expect(decideLookup({}, noon)).toEqual({ type: 'count', windows: { minute: 'begin', day: 'begin' } });
    expect(decideLookup({ minute: live(minute.most, 0), day: live(1, 1) }, noon)).toEqual({
      type: 'count',
      windows: { minute: 'begin', day: 'go_on' },
    });
    expect(decideLookup({ minute: live(1, 1), day: live(day.most, 0) }, noon)).toEqual({
      type: 'count',
      windows: { minute: 'go_on', day: 'begin' },
    });
  });

  it('lets the last of a window through, and no more', () => {
    expect(decideLookup({ minute: live(minute.most - 1, 1), day: live(day.most - 1, 1) }, noon).type).toBe('count');
    expect(decideLookup({ minute: live(minute.most, 1), day: live(1, 1) }, noon).type).toBe('refuse');
    expect(decideLookup({ minute: live(1, 1), day: live(day.most, 1) }, noon).type).toBe('refuse');
  });

  it.each([
    ['a last millisecond', { minute: live(minute.most, 1) }, 1],
    ['a last second', { minute: live(minute.most, 1000) }, 1],
    ['a little more', { minute: live(minute.most, 1001) }, 2],
    ['the whole minute', { minute: live(minute.most, minute.milliseconds) }, 60],
    ['the day, when its window is the full one', { minute: live(1, 1), day: live(day.most, 7_200_000) }, 7_200],
    ['the later of two', { minute: live(minute.most, 9_000), day: live(day.most, 5_000) }, 9],
  ])('says the first whole second at which a retry can succeed: %s', (_, counter, retryAfterSeconds) => {
    expect(decideLookup(counter, noon)).toEqual({ type: 'refuse', retryAfterSeconds });
    expect(decideLookup(counter, noon + retryAfterSeconds * 1000).type).toBe('count');
    if (retryAfterSeconds > 1) expect(decideLookup(counter, noon + (retryAfterSeconds - 1) * 1000).type).toBe('refuse');
  });
});
