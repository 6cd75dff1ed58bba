import { describe, expect, it } from 'vitest';
import { callerOf } from '../../../../shared/http/service-caller.ts';
import { buildHttpEvent } from '../../../builders/items/http-event.ts';

describe('callerOf', () => {
  it.each([
    ['arn:aws:sts::000000000000:assumed-role/ssc-prod-ops/ada', 'ssc-prod-ops/ada'],
    ['arn:aws:sts::000000000000:assumed-role/ssc-prod-ops/team/ada', 'ssc-prod-ops/team/ada'],
    ['arn:aws:iam::000000000000:user/ada', 'ada'],
    ['arn:aws:iam::000000000000:root', 'arn:aws:iam::000000000000:root'],
  ])('names who signed as %s', (callerArn, caller) => {
    expect(callerOf(buildHttpEvent({ callerArn }))).toBe(caller);
  });

  it.each([
    ['nobody signed', {}],
    ['a seller signed in', { claims: { sub: 'ann' } }],
    ['the signature has no name', { callerArn: '' }],
  ])('refuses as unauthenticated where %s', (_, request) => {
    expect(() => callerOf(buildHttpEvent(request))).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
  });
});
