import { describe, expect, it } from 'vitest';
import { memberProblem, withMember, withoutMember, withRole } from '../../../src/settings/member-rules.ts';
import type { ShownMember } from '../../../src/settings/member-rules.ts';

const ann: ShownMember = { subject: 'ann', role: 'owner' };
const bob: ShownMember = { subject: 'bob', role: 'agent' };

describe('the members of a shop, in the form', () => {
  it('are not added without an ID, with too long a one, twice, or beyond what a shop holds', () => {
    expect(memberProblem('', [ann])).toBe('none');
    expect(memberProblem('x'.repeat(256), [ann])).toBe('tooLong');
    expect(memberProblem('ann', [ann])).toBe('already');
    expect(
      memberProblem(
        'new',
        Array.from({ length: 100 }, (_, index) => ({ ...bob, subject: `m${index}` })),
      ),
    ).toBe('full');
    expect(memberProblem('new', [ann, bob])).toBeUndefined();
  });

  it('come behind the others, keep their place with another role, and go', () => {
    expect(withMember([ann], bob)).toEqual([ann, bob]);
    expect(withRole([bob, ann], 'bob', 'viewer')).toEqual([{ ...bob, role: 'viewer' }, ann]);
    expect(withoutMember([ann, bob], 'bob')).toEqual([ann]);
  });
});
