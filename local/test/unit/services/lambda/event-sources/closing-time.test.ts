import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withinClosingTime } from '../../../../../services/lambda/event-sources/closing-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('withinClosingTime', () => {
  it.each([
    ['done', Promise.resolve('done')],
    ['never begun', undefined],
  ])('resolves at once when the work is %s, and leaves no timer behind', async (_, work) => {
    await withinClosingTime(work);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives work that hangs three seconds, and no more', async () => {
    let closed = false;
    void withinClosingTime(new Promise(() => undefined)).then(() => (closed = true));
    await vi.advanceTimersByTimeAsync(2_999);
    expect(closed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(closed).toBe(true);
  });

  it('passes on that the work failed, and leaves no timer behind', async () => {
    await expect(withinClosingTime(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });
});
