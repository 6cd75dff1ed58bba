import { describe, expect, it } from 'vitest';
import {
  draftProblems,
  emptyDraft,
  isOwnBlock,
  isOutdated,
  newBlockOf,
  stepOf,
  wasRenamed,
} from '../../../src/blocking/step-rules.ts';
import type { BlockDraft } from '../../../src/blocking/step-rules.ts';

const buyer = { buyerId: 'b', username: 'mallory', isBlocked: false };
const ready: BlockDraft = { ...emptyDraft, confirmedAs: 'mallory', reason: 'harassment' };

describe('stepOf', () => {
  it.each([
    [null, emptyDraft, 'who'],
    ['nonsense', ready, 'who'],
    ['how', emptyDraft, 'who'],
    ['check', emptyDraft, 'who'],
    ['how', { ...emptyDraft, confirmedAs: 'mallory' }, 'how'],
    ['check', { ...emptyDraft, confirmedAs: 'mallory' }, 'how'],
    ['check', { ...ready, reason: 'other' as const }, 'how'],
    ['check', ready, 'check'],
    ['who', ready, 'who'],
  ])('answers the address %j with the first step that is not done', (asked, draft, step) => {
    expect(stepOf(asked, buyer, draft)).toBe(step);
  });

  it('asks again who it is once the buyer is called otherwise', () => {
    expect(stepOf('check', { ...buyer, username: 'Mallory' }, ready)).toBe('who');
    expect(wasRenamed({ ...buyer, username: 'Mallory' }, ready)).toBe(true);
    expect([wasRenamed(buyer, ready), wasRenamed(buyer, emptyDraft)]).toEqual([false, false]);
  });

  it('goes nowhere with a buyer who is blocked already', () => {
    expect(stepOf('check', { ...buyer, isBlocked: true }, ready)).toBe('who');
  });
});

describe('draftProblems', () => {
  it('wants a reason, and a note with "other"', () => {
    expect(draftProblems(emptyDraft)).toEqual({ reason: true, note: undefined });
    expect(draftProblems({ ...ready, reason: 'other' })).toEqual({ reason: false, note: 'noteNeeded' });
    expect(draftProblems(ready)).toBeUndefined();
  });
});

describe('newBlockOf', () => {
  it('sends the name that was confirmed, and the gentler choices where no other was made', () => {
    expect(newBlockOf(buyer, ready, undefined)).toEqual({
      buyerId: 'b',
      username: 'mallory',
      reason: 'harassment',
      scope: 'user_id_only',
      duration: '90_days',
    });
  });

  it('sends a note with something in it, and the alert if it is about this buyer', () => {
    const draft = { ...ready, note: ' Twice.' };
    expect(newBlockOf(buyer, draft, { alertId: 'a', buyerId: 'b' })).toMatchObject({ note: ' Twice.', alertId: 'a' });
    const body = newBlockOf(buyer, { ...ready, note: ' ' }, { alertId: 'a', buyerId: 'another' });
    expect(body).not.toHaveProperty('note');
    expect(body).not.toHaveProperty('alertId');
  });

  it('sends nothing that is not complete', () => {
    expect(newBlockOf(buyer, emptyDraft, undefined)).toBeUndefined();
    expect(newBlockOf(buyer, { ...ready, reason: 'other' }, undefined)).toBeUndefined();
  });
});

describe('isOwnBlock', () => {
  const sent = { ...ready, sentAt: '2026-11-30T21:30:00.000Z' };
  const block = { createdBy: 'ada', createdAt: '2026-11-30T21:30:01.000Z' };

  it('knows the block whose answer never came, by who made it and when', () => {
    expect(isOwnBlock(sent, block, 'ada')).toBe(true);
    expect(isOwnBlock(sent, { ...block, createdAt: '2026-11-30T21:26:00.000Z' }, 'ada')).toBe(true);
  });

  it('takes no other one for it', () => {
    expect(isOwnBlock(sent, block, 'bob')).toBe(false);
    expect(isOwnBlock(sent, { ...block, createdAt: '2026-11-30T21:20:00.000Z' }, 'ada')).toBe(false);
    expect(isOwnBlock(ready, block, 'ada')).toBe(false);
  });
});

describe('isOutdated', () => {
  it('tells refusals that call for another look from those of the moment', () => {
    expect(['already_blocked', 'daily_block_limit_reached', 'username_mismatch'].every(isOutdated)).toBe(true);
    expect([undefined, 'unavailable', 'too_many_requests'].some(isOutdated)).toBe(false);
  });
});
