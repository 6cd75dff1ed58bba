import { describe, expect, it } from 'vitest';
import { judgeLease, leaseReason } from '../../../../ops/smoke/lease-rules.ts';

const now = Date.parse('2026-12-01T10:00:00.000Z');
const minutes = 60_000;

describe('whose turn it is with the canary shop', () => {
  it.each([
    ['nobody had it', {}, { type: 'free' }],
    ['a run before has ended it', { reason: 'smoke aaa has ended' }, { type: 'free' }],
    ['this run has it', { reason: leaseReason('mine', now) }, { type: 'mine' }],
    ['another has it', { reason: leaseReason('other', now - 29 * minutes) }, { type: 'busy', run: 'other' }],
    ['another left it', { reason: leaseReason('other', now - 31 * minutes) }, { type: 'free', abandoned: 'other' }],
    ['somebody gave it access by hand', { reason: 'a pilot shop' }, { type: 'free' }],
  ])('when %s', (_, access, turn) => {
    expect(judgeLease(access, 'mine', now)).toEqual(turn);
  });
});
