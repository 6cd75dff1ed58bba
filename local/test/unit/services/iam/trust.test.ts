import { describe, expect, it } from 'vitest';
import type { RoleModel } from '../../../../services/iam/model.ts';
import { findUntrusted } from '../../../../services/iam/trust.ts';

const role = (effect: 'Allow' | 'Deny', ...principals: readonly string[]) =>
  ({ arn: 'arn:role', trust: [{ effect, principals }] }) as unknown as RoleModel;
const problem = ['Stack/Rule: its role arn:role cannot be assumed by events.amazonaws.com'];

describe('findUntrusted', () => {
  it.each([
    ['trusts the service', [role('Allow', 'Service:lambda.amazonaws.com', 'Service:events.amazonaws.com')], []],
    ['trusts another', [role('Allow', 'Service:lambda.amazonaws.com')], problem],
    ['denies it', [role('Deny', 'Service:events.amazonaws.com')], problem],
    ['is not there', [], problem],
  ])('looks at a role that %s', (_, roles, problems) => {
    expect(findUntrusted(roles, 'Stack/Rule', 'arn:role', 'events.amazonaws.com')).toEqual(problems);
  });
});
