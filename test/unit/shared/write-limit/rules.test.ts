import { describe, expect, it } from 'vitest';
import { decideWrite, writeLimit } from '../../../../shared/write-limit/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

describe('the writes of a seller', () => {
  it('begin a minute, go on in it, and begin another behind it', () => {
    expect(decideWrite(undefined, noon)).toEqual({ type: 'count', window: 'begin' });
    expect(decideWrite({ endsAt: noon + 1, used: 119 }, noon)).toEqual({ type: 'count', window: 'go_on' });
    expect(decideWrite({ endsAt: noon, used: 120 }, noon)).toEqual({ type: 'count', window: 'begin' });
  });

  it.each([
    [1, 1],
    [1000, 1],
    [1001, 2],
    [writeLimit.milliseconds, 60],
  ])('wait for the end of a full one, %i ms away', (left, retryAfterSeconds) => {
    const full = { endsAt: noon + left, used: writeLimit.most };
    expect(decideWrite(full, noon)).toEqual({ type: 'refuse', retryAfterSeconds });
  });
});
