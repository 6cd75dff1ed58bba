import { describe, expect, it } from 'vitest';
import { decideComplaint, isAbout, isGrantedBy, mayComplain } from '../../../../shared/complaints/rules.ts';
import type { Complaint } from '../../../../shared/complaints/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';

const ended = { state: 'terminated', since: noon } as const;
const endedAgain = { state: 'terminated', since: noon + 9 } as const;
const active = { state: 'active', since: noon + 5 } as const;
const open: Complaint = {
  complaintId: 'c',
  shopId: 's',
  state: 'open',
  text: 'Why?',
  filedAt: noon + 1,
  endedAt: noon,
};
const rejected = { ...open, state: 'rejected', decidedAt: noon + 2, answer: 'No.' } as const;

describe('a complaint', () => {
  it('is about one end of the access', () => {
    expect(isAbout(open, ended)).toBe(true);
    for (const access of [endedAgain, active, { ...active, since: noon }, undefined])
      expect(isAbout(open, access)).toBe(false);
  });

  it('can be filed while the access has ended and none is open about that end', () => {
    expect(mayComplain(ended, undefined)).toBe('yes');
    expect(mayComplain(ended, rejected)).toBe('yes');
    expect(mayComplain(endedAgain, open)).toBe('yes');
    expect(mayComplain(ended, open)).toBe('one_is_open');
    expect(mayComplain(active, undefined)).toBe('not_ended');
    expect(mayComplain(active, open)).toBe('not_ended');
    expect(mayComplain({ state: 'not_invited', since: noon }, undefined)).toBe('not_ended');
  });

  it.each([
    ['upheld', ended, { grants: true }],
    ['rejected', ended, { grants: false }],
    // Given back otherwise: there is nothing left to give, and nothing to refuse.
    ['upheld', active, { grants: false }],
    ['rejected', active, 'granted_meanwhile'],
    // Given back otherwise, and ended for a reason that the complaint is not about.
    ['upheld', endedAgain, 'ended_again'],
    ['rejected', endedAgain, { grants: false }],
  ] as const)('is decided as %s while the access is %j: %j', (outcome, access, expected) => {
    const decision = decideComplaint(open, access, { outcome, text: 'So.' }, noon + 10);
    if (typeof expected === 'string') {
      expect(decision).toEqual({ type: 'refuse', because: expected });
      return;
    }
    const complaint = { ...open, state: outcome, decidedAt: noon + 10, answer: 'So.' };
    expect(decision).toEqual({ type: 'decide', complaint, ...expected });
  });

  it('is decided once: the same words are no news, and others are refused, whatever has become of the access', () => {
    for (const access of [ended, endedAgain, active]) {
      const decide = (outcome: 'upheld' | 'rejected', text: string) =>
        decideComplaint(rejected, access, { outcome, text }, noon + 3);
      expect(decide('rejected', 'No.')).toEqual({ type: 'is_so' });
      expect(decide('rejected', 'Never.')).toEqual({ type: 'refuse', because: 'decided' });
      expect(decide('upheld', 'No.')).toEqual({ type: 'refuse', because: 'decided' });
    }
  });

  it('gave an access back that began when it was upheld', () => {
    const upheld = { ...rejected, state: 'upheld', decidedAt: active.since } as const;
    expect(isGrantedBy(upheld, active)).toBe(true);
    expect(isGrantedBy(upheld, { ...active, since: noon + 6 })).toBe(false);
    expect(isGrantedBy({ ...upheld, state: 'rejected' }, active)).toBe(false);
    expect(isGrantedBy(upheld, { ...ended, since: active.since })).toBe(false);
    expect(isGrantedBy(undefined, active)).toBe(false);
  });
});
