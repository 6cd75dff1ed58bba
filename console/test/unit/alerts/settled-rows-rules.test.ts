import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../../clients/seller-client.ts';
import { settle, shownAfter } from '../../../src/alerts/settled-rows-rules.ts';
import type { SettledRows } from '../../../src/alerts/settled-rows-rules.ts';

const alert = (alertId: string, revision = 1) => ({ alertId, revision }) as unknown as Schemas['Alert'];
const alerts = (ids: string) => [...ids].map((id) => alert(id));
/** `a b* c-`: changed, gone. */
const written = ({ rows }: SettledRows): string =>
  rows.map(({ alert: { alertId }, mark }) => alertId + (mark ? { changed: '*', gone: '-' }[mark] : '')).join(' ');

describe('settle', () => {
  it('shows the list as it is while nothing was shown', () => {
    expect(settle([], alerts('abc'), false)).toEqual({
      rows: alerts('abc').map((one) => ({ alert: one })),
      waiting: [],
    });
  });

  it('keeps every row where it was, whatever order the list has now', () => {
    expect(written(settle(alerts('abc'), alerts('cab'), false))).toBe('a b c');
  });

  it('lets what is new wait in between, and adds what comes behind', () => {
    const settled = settle(alerts('bd'), alerts('abcdef'), false);
    expect([written(settled), settled.waiting]).toEqual(['b d e f', ['a', 'c']]);
  });

  it('marks in its place what has changed since it was shown, with what is so now', () => {
    const settled = settle(alerts('ab'), [alert('a', 2), alert('b')], false);
    expect([written(settled), settled.rows[0]?.alert.revision]).toEqual(['a* b', 2]);
  });

  it('marks what has left the list', () => {
    expect(written(settle(alerts('abc'), alerts('ac'), true))).toBe('a b- c');
    expect(written(settle(alerts('abc'), alerts('ab'), false))).toBe('a b c-');
  });

  it('does not take for gone what is behind the part that was read again', () => {
    expect(written(settle(alerts('abcd'), alerts('xab'), true))).toBe('a b c d');
  });

  it('lets all wait where nothing is known any more', () => {
    const settled = settle(alerts('ab'), alerts('xy'), false);
    expect([written(settled), settled.waiting]).toEqual(['a- b-', ['x', 'y']]);
  });
});

describe('shownAfter', () => {
  it('takes in what was added, and keeps the rest in the state in which it came', () => {
    const shown = alerts('ab');
    const after = shownAfter(shown, settle(shown, [alert('a', 2), alert('b'), alert('c', 5)], false));
    expect(after.map(({ alertId, revision }) => alertId + revision)).toEqual(['a1', 'b1', 'c5']);
  });

  it('is the same while nothing was added', () => {
    const shown = alerts('ab');
    expect(shownAfter(shown, settle(shown, alerts('ab'), false))).toBe(shown);
  });
});
