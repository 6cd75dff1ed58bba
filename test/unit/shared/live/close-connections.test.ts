import { describe, expect, it } from 'vitest';
import { endLive } from '../../../../shared/live/close-connections.ts';
import { openingMilliseconds } from '../../../../shared/live/push-frames.ts';
import { toTimestamp } from '../../../../shared/kernel/clock.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { fakeConnections } from '../../../builders/fakes/fake-connections.ts';

/** The access of shop `s` ended at noon, which is told some time later. */
function buildEnd() {
  const fake = fakeConnections();
  const clock = buildClock(noon + 1000);
  const published: string[] = [];
  const feed = {
    read: async () => ({ head: 0, accessIsActive: false, placed: new Map<string, number>() }),
    append: async () => true,
    between: async () => [],
  };
  const deps = { ...fake, feed, clock, metrics: { pushFailed: () => undefined } };
  const end = endLive(deps, async (shopId, { eventId, news }) => {
    published.push(`${shopId} ${eventId} ${news ? 'news' : 'cut'} ${fake.known().length}`);
  });
  fake.state.accessIsActive = false;
  return {
    ...fake,
    clock,
    published,
    tell: () => end({ eventId: 'e1', shopId: 's', occurredAt: toTimestamp(noon) }),
  };
}

describe('endLive', () => {
  it('cuts the feed while all are still connected, and then closes and forgets every one of the shop', async () => {
    const { connect, published, closed, known, tell } = buildEnd();
    connect('a');
    connect('b', { connectedAt: noon + 500 });
    connect('theirs', { shopId: 't' });
    await tell();
    expect(published).toEqual(['s e1 cut 3']);
    expect(closed).toEqual(['a', 'b']);
    expect(known()).toEqual(['theirs']);
  });

  it('leaves those connected who came after the shop had access again', async () => {
    const { connect, state, closed, known, tell } = buildEnd();
    state.accessIsActive = true;
    connect('before', { connectedAt: noon });
    connect('after', { connectedAt: noon + 1 });
    await tell();
    expect(closed).toEqual(['before']);
    expect(known()).toEqual(['after']);
  });

  it('asks to be told again while one is just opening, and closes all others meanwhile', async () => {
    const { connect, clock, closed, known, tell } = buildEnd();
    connect('opening', { isOpen: false, connectedAt: noon });
    for (let index = 0; index < 25; index += 1) connect(`open-${index}`);
    await expect(tell()).rejects.toMatchObject({ code: 'unavailable' });
    expect(closed).toHaveLength(25);
    expect(known()).toEqual(['opening']);

    clock.time = noon + openingMilliseconds;
    await tell();
    expect(known()).toEqual([]);
  });

  it('closes twenty at once and no more', async () => {
    const { connect, state, closed, tell } = buildEnd();
    for (let index = 0; index < 45; index += 1) connect(`c${index}`);
    await tell();
    expect(closed).toHaveLength(45);
    expect(state.mostClosing).toBe(20);
  });

  it('keeps one that could not be closed, to be told again', async () => {
    const { connect, fail, known, tell } = buildEnd();
    connect('a');
    fail(new Error('time-out'));
    await expect(tell()).rejects.toThrow('time-out');
    expect(known()).toEqual(['a']);
    await tell();
    expect(known()).toEqual([]);
  });
});
