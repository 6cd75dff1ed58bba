import { describe, expect, it } from 'vitest';
import { feedAt, opened, receive, waitBeforeReconnect } from '../../../src/live/feed-rules.ts';
import type { FeedState } from '../../../src/live/feed-rules.ts';
import type { LiveFrame } from '../../../../shared/contracts/http/live.ts';

const news = (cursor: number) => ({
  type: 'order.stopped' as const,
  cursor: `${cursor}`,
  at: '',
  data: { blockId: 'k', buyerId: 'b', scope: 'user_id_only' as const },
});

/** What all these frames lead to, one after the other. */
function run(start: FeedState, ...frames: readonly LiveFrame[]) {
  const taken: number[] = [];
  const asked: number[] = [];
  let state = start;
  let reloads = 0;
  for (const frame of frames) {
    const step = receive(state, frame);
    state = step.state;
    taken.push(...step.news.map(({ cursor }) => Number(cursor)));
    if (step.mustCatchUp) asked.push(state.cursor);
    if (step.mustReload) reloads++;
  }
  return { state, taken, asked, reloads };
}

describe('receive', () => {
  it('takes news in order, each once', () => {
    expect(run(feedAt('41'), news(42), news(42), news(43), news(41))).toMatchObject({ taken: [42, 43], asked: [] });
  });

  it('asks once for what is missing', () => {
    expect(run(feedAt('41'), news(44), news(45))).toMatchObject({ taken: [], asked: [41] });
  });

  it('takes what it asked for, and goes on', () => {
    const frames: LiveFrame[] = [news(44), { type: 'events', items: [news(42), news(43), news(44)] }];
    expect(run(feedAt('41'), ...frames, { type: 'caught_up', cursor: '44' }, news(45))).toMatchObject({
      taken: [42, 43, 44, 45],
      asked: [41],
    });
  });

  it('asks again for what was pushed while it caught up', () => {
    const frames: LiveFrame[] = [news(44), { type: 'caught_up', cursor: '42' }];
    expect(run(opened(feedAt('41')), ...frames)).toMatchObject({ asked: [42], state: { isCatchingUp: true } });
  });

  it('catches up after a pong that is ahead', () => {
    expect(run(feedAt('41'), { type: 'pong', cursor: '41' }).asked).toEqual([]);
    expect(run(feedAt('41'), { type: 'pong', cursor: '42' }).asked).toEqual([41]);
  });

  it('loads all again where entries cannot be sent, and goes on from there', () => {
    const { reloads, state, taken } = run(opened(feedAt('1')), { type: 'resync_needed', cursor: '5000' }, news(5001));
    expect({ reloads, taken }).toEqual({ reloads: 1, taken: [5001] });
    expect(state.isCatchingUp).toBe(false);
  });

  it('can ask again after an error', () => {
    const error: LiveFrame = { type: 'error', code: 'unavailable', message: '' };
    expect(run(opened(feedAt('41')), error, { type: 'pong', cursor: '42' }).asked).toEqual([41]);
  });

  it('passes over what it does not know', () => {
    const unknown = { type: 'shop.painted', cursor: '42' } as unknown as LiveFrame;
    expect(run(feedAt('41'), unknown)).toMatchObject({ taken: [], asked: [], state: feedAt('41') });
  });

  it('compares cursors as numbers', () => {
    expect(run(feedAt('9'), news(10)).taken).toEqual([10]);
  });
});

describe('waitBeforeReconnect', () => {
  it.each([
    [1, 500, 1000],
    [2, 1000, 2000],
    [6, 16_000, 32_000],
    [40, 30_000, 60_000],
  ])('waits after failure %i from %i to %i ms', (failures, least, most) => {
    expect(waitBeforeReconnect(failures, 0)).toBe(least);
    expect(waitBeforeReconnect(failures, 1)).toBe(most);
  });
});
