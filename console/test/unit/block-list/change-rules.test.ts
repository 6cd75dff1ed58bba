import { describe, expect, it } from 'vitest';
import {
  changeOf,
  detailsOf,
  detailsProblem,
  differencesBetween,
  endOf,
  withTouched,
} from '../../../src/block-list/change-rules.ts';
import { blockOf } from '../../builders/blocks.ts';

const current = detailsOf({ reason: 'harassment', note: 'Wrote threats.' });

describe('changeOf', () => {
  it('sends what is different, and nothing where nothing is', () => {
    expect(changeOf(current, current)).toBeUndefined();
    expect(changeOf(current, { ...current, reason: 'order_abuse' })).toEqual({ reason: 'order_abuse' });
    expect(changeOf(current, { ...current, note: 'Twice.' })).toEqual({ note: 'Twice.' });
  });

  it('takes the note off where only blanks are left of it', () => {
    expect(changeOf(current, { ...current, note: '  \n' })).toEqual({ note: null });
    expect(changeOf(detailsOf({ reason: 'harassment' }), { reason: 'harassment', note: ' ' })).toBeUndefined();
  });

  it('leaves alone what was not touched, also if somebody else has changed it', () => {
    const theirs = detailsOf({ reason: 'suspected_fraud', note: 'Wrote threats.' });
    expect(changeOf(theirs, withTouched(theirs, { note: 'Mine.' }))).toEqual({ note: 'Mine.' });
  });
});

describe('detailsProblem', () => {
  it('wants a note where the reason says nothing', () => {
    expect(detailsProblem({ reason: 'other', note: ' ' })).toBe('noteNeeded');
    expect(detailsProblem({ reason: 'other', note: 'x' })).toBeUndefined();
    expect(detailsProblem({ reason: 'harassment', note: '' })).toBeUndefined();
  });

  it('knows how long a note may be', () => {
    expect(detailsProblem({ reason: 'other', note: 'x'.repeat(1000) })).toBeUndefined();
    expect(detailsProblem({ reason: 'other', note: 'x'.repeat(1001) })).toBe('noteTooLong');
  });
});

describe('differencesBetween', () => {
  it('names each field that somebody else has changed', () => {
    const before = blockOf({ note: 'a' });
    const { expiresAt: _, ...permanent } = blockOf({ reason: 'harassment', scope: 'linked_user_ids', note: 'b' });
    expect(differencesBetween(before, permanent)).toEqual([
      { field: 'reason', before: 'order_abuse', after: 'harassment' },
      { field: 'scope', before: 'user_id_only', after: 'linked_user_ids' },
      { field: 'end', before: before.expiresAt, after: undefined },
      { field: 'note', before: 'a', after: 'b' },
    ]);
    expect(differencesBetween(before, { ...before, revision: 2 })).toEqual([]);
  });
});

describe('endOf', () => {
  it('counts 90 days from now, or never ends', () => {
    expect(endOf('90_days', Date.parse('2026-11-30T21:30:00.000Z'))).toBe('2027-02-28T21:30:00.000Z');
    expect(endOf('permanent', 0)).toBeUndefined();
  });
});
