import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../src/block-list/limit-rules.ts';

const resetsAt = '2026-12-01T08:00:00.000Z';
const now = Date.parse('2026-11-30T22:00:00.000Z');
const use = (blocks: number, today: number, at = now) =>
  limitsOf({ blocks: { used: blocks, limit: 100 }, newBlocksToday: { used: today, limit: 10, resetsAt } }, at);

describe('limitsOf', () => {
  it('refuses nothing while there is room', () => {
    expect(use(3, 3)).toEqual({
      list: { used: 3, limit: 100, left: 97, state: 'free' },
      today: { used: 3, limit: 10, left: 7, state: 'free', resetsAt },
    });
  });

  it.each([
    [89, 0, 'free', 'free'],
    [90, 7, 'near', 'free'],
    [90, 8, 'near', 'near'],
    [100, 10, 'reached', 'reached'],
  ])('with %i on the list and %i today, finds them %s and %s', (blocks, today, list, day) => {
    const limits = use(blocks, today);
    expect([limits.list.state, limits.today.state]).toEqual([list, day]);
  });

  it('names what refuses as the API does: the list before the day', () => {
    expect(use(100, 10).refusedBy).toBe('list');
    expect(use(99, 10).refusedBy).toBe('today');
    expect(use(99, 9).refusedBy).toBeUndefined();
  });

  it('counts from nothing once the day has ended', () => {
    expect(use(0, 10, Date.parse(resetsAt)).today).toMatchObject({ used: 0, left: 10, state: 'free' });
  });

  it('has nothing left, and not less, where a limit was lowered', () => {
    expect(use(120, 0).list).toMatchObject({ left: 0, state: 'reached' });
  });
});
