import { describe, expect, it } from 'vitest';
import { countChanges, planMembers } from '../../../../shared/access/member-role-rules.ts';
import type { Member } from '../../../../shared/access/member-rules.ts';

const member = (subject: string, role: Member['role'] = 'agent'): Member => ({ subject, role });
const ann = member('ann', 'owner');
const zoe = member('zoe', 'owner');

describe('the members that an owner asks for', () => {
  it('are the owners as they stand, and the agents and viewers that are named', () => {
    const wanted = [member('bob'), member('eve', 'viewer')];
    expect(planMembers([ann, member('max'), zoe], wanted, 'ann')).toEqual({
      type: 'members',
      members: [ann, zoe, ...wanted],
    });
  });

  it('may name owners as they are, also the caller', () => {
    expect(planMembers([ann, zoe], [zoe, ann, member('bob')], 'ann')).toEqual({
      type: 'members',
      members: [ann, zoe, member('bob')],
    });
  });

  it.each([
    ['a new owner', [member('bob', 'owner')], 'members.0.role'],
    ['an agent who is to be an owner', [member('max', 'owner')], 'members.0.role'],
    ['an owner with a lower role', [member('bob'), member('zoe')], 'members.1.role'],
    ['the caller with a lower role', [member('ann', 'viewer')], 'members.0.role'],
  ])('may not name %s', (_, wanted, path) => {
    const plan = planMembers([ann, zoe, member('max')], wanted, 'ann');
    expect(plan).toMatchObject({ type: 'beyond_role', errors: [{ path }] });
  });

  it('may not name a caller who is no member', () => {
    const wanted = [member('ann')];
    expect(planMembers([], wanted, 'ann')).toMatchObject({ errors: [{ path: 'members.0.subject' }] });
    expect(planMembers([], [member('bob')], 'ann')).toMatchObject({ type: 'members' });
  });

  it('are refused to who is no owner any more', () => {
    expect(planMembers([member('ann'), zoe], [member('bob')], 'ann')).toEqual({ type: 'no_owner' });
  });

  it('are 100 at most, owners included', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => member(`m${index}`));
    expect(planMembers([ann, zoe], many(98), 'ann').type).toBe('members');
    expect(planMembers([ann, zoe], many(99), 'ann')).toEqual({ type: 'too_many', count: 101 });
  });
});

describe('how many members a change affects', () => {
  it('is counted by what became of them', () => {
    const before = [ann, member('bob'), member('max'), member('old')];
    const after = [ann, member('bob', 'viewer'), member('max'), member('new'), member('newer')];
    expect(countChanges(before, after)).toEqual({ added: 2, changed: 1, removed: 1 });
  });

  it('is nothing to tell where there are none', () => {
    expect(countChanges([ann, member('bob')], [member('bob'), ann])).toBeUndefined();
  });
});
