import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../../clients/api-problem.ts';
import {
  bulkReducer,
  canTryAgain,
  choicesOf,
  countsOf,
  failureOf,
  isUnderWay,
  mostAtOnce,
} from '../../../src/alerts/bulk-rules.ts';
import type { BulkEvent, BulkRow } from '../../../src/alerts/bulk-rules.ts';

const began = (...alertIds: string[]): BulkEvent => {
  let count = 0;
  return { type: 'began', alertIds, newKey: () => `key-${++count}` };
};
const after = (...events: BulkEvent[]): readonly BulkRow[] => events.reduce(bulkReducer, [] as readonly BulkRow[]);
const start = (alertId: string): BulkEvent => ({ type: 'row_began', alertId });
const end = (alertId: string, state: 'done' | 'changed' | 'refused' | 'unknown', code?: string): BulkEvent => ({
  type: 'row_ended',
  alertId,
  outcome: { state, ...(code !== undefined && { code }) },
});

describe('several answers', () => {
  it('begin as a queue, each alert once and with a key of its own, and not too many', () => {
    expect(after(began('a', 'b', 'a'))).toEqual([
      { alertId: 'a', state: 'queued', key: 'key-1' },
      { alertId: 'b', state: 'queued', key: 'key-2' },
    ]);
    expect(after(began(...Array.from({ length: 150 }, (_, i) => String(i))))).toHaveLength(mostAtOnce);
  });

  it('have a result each', () => {
    const rows = after(
      began('a', 'b', 'c'),
      start('a'),
      start('b'),
      end('b', 'refused', 'alert_not_open'),
      end('a', 'done'),
    );
    expect(rows.map(({ state, code }) => [state, code])).toEqual([
      ['done', undefined],
      ['refused', 'alert_not_open'],
      ['queued', undefined],
    ]);
    expect(countsOf(rows)).toMatchObject({ done: 1, refused: 1, queued: 1, running: 0 });
    expect(isUnderWay(rows)).toBe(true);
  });

  it('can be stopped: what is under way goes on to its end', () => {
    const rows = after(began('a', 'b'), start('a'), { type: 'stopped' }, start('b'), end('a', 'done'));
    expect(rows.map(({ state }) => state)).toEqual(['done', 'stopped']);
    expect(isUnderWay(rows)).toBe(false);
  });

  it('take no result for what was not begun', () => {
    expect(after(began('a'), end('a', 'done'))).toMatchObject([{ state: 'queued' }]);
  });

  it('are tried again with the keys that they had, where that can help', () => {
    const rows = after(
      began('a', 'b', 'c', 'd'),
      ...['a', 'b', 'c'].map(start),
      end('a', 'unknown', 'unreachable'),
      end('b', 'refused', 'alert_not_open'),
      end('c', 'refused', 'too_many_requests'),
      { type: 'stopped' },
      { type: 'again' },
    );
    expect(rows).toEqual([
      { alertId: 'a', state: 'queued', key: 'key-1' },
      { alertId: 'b', state: 'refused', key: 'key-2', code: 'alert_not_open' },
      { alertId: 'c', state: 'queued', key: 'key-3' },
      { alertId: 'd', state: 'queued', key: 'key-4' },
    ]);
  });

  it('are not tried again where they were done, or where the alert has changed', () => {
    expect([canTryAgain({ state: 'done' }), canTryAgain({ state: 'changed' })]).toEqual([false, false]);
  });
});

describe('failureOf', () => {
  const problem = (code: 'precondition_failed' | 'alert_not_open' | 'unavailable' | 'unreachable', status: number) =>
    new ApiProblem({ code, status, detail: '' });

  it('says that somebody was quicker', () => {
    expect(failureOf(problem('precondition_failed', 412), true)).toEqual({ state: 'changed' });
  });

  it('tells what was refused from what may have been done', () => {
    expect(failureOf(problem('alert_not_open', 409), true)).toEqual({ state: 'refused', code: 'alert_not_open' });
    expect(failureOf(problem('unavailable', 503), true)).toEqual({ state: 'unknown', code: 'unavailable' });
    expect(failureOf(new Error('?'), true)).toEqual({ state: 'unknown', code: 'internal' });
  });

  it('knows that before it was sent nothing can have happened', () => {
    expect(failureOf(problem('unreachable', 0), false)).toEqual({ state: 'refused', code: 'unreachable' });
  });
});

it('counts in how many ways the selected alerts can be answered', () => {
  const alerts = [{ actions: ['cancel_order', 'dismiss'] }, { actions: ['reject_refund', 'dismiss'] }, { actions: [] }];
  expect(choicesOf(alerts)).toEqual({ cancel_order: 1, reject_refund: 1, dismiss: 2 });
});
