import { describe, expect, it } from 'vitest';
import { bulkLimit, decideRows } from '../../../../shared/bulk-blocks/limit-rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

describe('the rows of a seller', () => {
  it('begin a day, go on in it, and begin another behind it', () => {
    expect(decideRows(undefined, 100, noon)).toEqual({ type: 'count', window: 'begin' });
    expect(decideRows({ endsAt: noon + 1, used: 900 }, 100, noon)).toEqual({ type: 'count', window: 'go_on' });
    expect(decideRows({ endsAt: noon, used: 1000 }, 100, noon)).toEqual({ type: 'count', window: 'begin' });
  });

  it('fit all together, or not at all', () => {
    const window = { endsAt: noon + 1001, used: 901 };
    expect(decideRows(window, 100, noon)).toEqual({ type: 'refuse', left: 99, retryAfterSeconds: 2 });
    expect(decideRows({ ...window, used: bulkLimit.most + 5 }, 1, noon)).toMatchObject({ left: 0 });
  });
});
