import { describe, expect, it } from 'vitest';
import { QueueState } from '../../../../services/sqs/queue-state.ts';
import type { StoredMessage } from '../../../../services/sqs/queue-state.ts';

const message = (id: string, overrides: Partial<StoredMessage> = {}): StoredMessage => ({
  id,
  body: id,
  messageAttributes: {},
  sentAt: 0,
  expiresAt: 1_000_000,
  receiveCount: 0,
  visibleAt: 0,
  ...overrides,
});
function filled(...messages: readonly StoredMessage[]): QueueState {
  const state = new QueueState();
  for (const one of messages) state.add(one, 0);
  return state;
}
const takeAll = (state: QueueState, now = 0) => {
  const ids: string[] = [];
  for (let taken = state.takeVisible(now); taken; taken = state.takeVisible(now)) ids.push(taken.id);
  return ids;
};
/** What a receive does to a message that it took. */
function hide(state: QueueState, one: StoredMessage | undefined, until: number): void {
  if (!one) throw new Error('There was nothing to take.');
  one.receiveCount += 1;
  one.visibleAt = until;
  state.place(one, 0);
}

describe('QueueState', () => {
  it('gives visible messages in the order in which they came', () => {
    expect(takeAll(filled(message('a'), message('b'), message('c')))).toEqual(['a', 'b', 'c']);
    expect(takeAll(new QueueState())).toEqual([]);
  });

  it('tells what waits from what is delayed and what is in flight', () => {
    const state = filled(message('a'), message('b'), message('c', { visibleAt: 10 }));
    hide(state, state.takeVisible(0), 30);
    expect(state.counts(0)).toEqual({ visible: 1, inFlight: 1, delayed: 1 });
    expect(state.counts(10)).toEqual({ visible: 2, inFlight: 1, delayed: 0 });
    expect(state.counts(30)).toEqual({ visible: 3, inFlight: 0, delayed: 0 });
    expect(state.size()).toBe(3);
  });

  it('gives again what becomes visible again, behind what was visible all the time', () => {
    const state = filled(message('a'), message('b'));
    hide(state, state.takeVisible(0), 30);
    expect(state.nextWake()).toBe(30);
    expect(takeAll(state, 30)).toEqual(['b', 'a']);
    expect(state.nextWake()).toBeUndefined();
  });

  it('skips what was removed before its turn, visible or hidden', () => {
    const state = filled(message('a'), message('b'), message('c', { visibleAt: 10 }));
    expect([state.remove('a'), state.remove('c'), state.remove('a')]).toEqual([true, true, false]);
    expect(takeAll(state, 10)).toEqual(['b']);
    expect(state.get('a')).toBeUndefined();
    expect(state.counts(10)).toEqual({ visible: 1, inFlight: 0, delayed: 0 });
  });

  it('goes by the last change of a message’s visibility', () => {
    const state = filled(message('later'), message('sooner'));
    for (let n = 0; n < 2; n += 1) hide(state, state.takeVisible(0), 30);
    for (const [id, visibleAt] of [
      ['later', 60],
      ['sooner', 0],
    ] as const) {
      const one = state.get(id);
      if (one) state.place(Object.assign(one, { visibleAt }), 0);
    }
    expect(takeAll(state, 0)).toEqual(['sooner']);
    expect(state.counts(30)).toMatchObject({ inFlight: 1 });
    expect(takeAll(state, 60)).toEqual(['later']);
  });

  it('is empty once it was cleared, and can be filled again', () => {
    const state = filled(message('a'), message('b', { visibleAt: 10 }));
    state.clear();
    expect([state.size(), state.nextWake(), takeAll(state, 10)]).toEqual([0, undefined, []]);
    expect(state.counts(10)).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    state.add(message('c'), 0);
    expect([...state.all()].map(({ id }) => id)).toEqual(['c']);
    expect(takeAll(state)).toEqual(['c']);
  });

  it('keeps its order over thousands that come and go', () => {
    const state = filled(...Array.from({ length: 5_000 }, (_, n) => message(`first-${n}`)));
    for (let n = 0; n < 3_000; n += 1) state.remove(state.takeVisible(0)?.id ?? '');
    state.add(message('last'), 0);
    const left = takeAll(state);
    expect([left.length, left[0], left.at(-1)]).toEqual([2_001, 'first-3000', 'last']);
  });
});
