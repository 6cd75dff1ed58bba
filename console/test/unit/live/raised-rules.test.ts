import { describe, expect, it } from 'vitest';
import type { NewsFrame } from '../../../../shared/contracts/http/live.ts';
import { raisedAfter } from '../../../src/live/raised-rules.ts';

const frame = (type: NewsFrame['type'], alertId: string, revision = 1, status = 'open'): NewsFrame => ({
  type,
  cursor: '1',
  at: '',
  data: { alertId, revision, status },
});

describe('raisedAfter', () => {
  it('keeps alerts and frauds that are new, each once', () => {
    const news = [frame('alert.raised', 'a'), frame('fraud.intercepted', 'f'), frame('alert.raised', 'a')];
    expect(raisedAfter([], news).map(({ alertId }) => alertId)).toEqual(['a', 'f']);
  });

  it('knows one that was answered before anybody saw it, and is not misled by an older change', () => {
    const waiting = raisedAfter([], [frame('alert.raised', 'a')]);
    const answered = raisedAfter(waiting, [frame('alert.changed', 'a', 2, 'dismissed')]);
    expect(answered).toMatchObject([{ alertId: 'a', status: 'dismissed' }]);
    expect(raisedAfter(answered, [frame('alert.changed', 'a', 1)])).toMatchObject([{ status: 'dismissed' }]);
  });

  it('takes no change for something new, and nothing from other news', () => {
    const before = raisedAfter([], [frame('alert.raised', 'a')]);
    expect(raisedAfter(before, [frame('alert.changed', 'b', 2)])).toEqual(before);
    expect(raisedAfter(before, [frame('order.stopped', 'c')])).toBe(before);
  });

  it('does not grow without an end', () => {
    const news = Array.from({ length: 1200 }, (_, index) => frame('alert.raised', String(index)));
    const kept = raisedAfter([], news);
    expect([kept.length, kept[0]?.alertId, kept.at(-1)?.alertId]).toEqual([1000, '200', '1199']);
  });
});
