import { describe, expect, it } from 'vitest';
import type { PolicyStatement } from '../../../../core/access/policy-statement.ts';
import { evaluatePolicy } from '../../../../services/iam/evaluate-policy.ts';

const statement = (overrides: Partial<PolicyStatement> = {}): PolicyStatement => ({
  effect: 'Allow',
  actions: ['dynamodb:GetItem'],
  resources: ['arn:aws:dynamodb:us-east-1:000000000000:table/t'],
  conditions: {},
  principals: [],
  source: 'S #1',
  ...overrides,
});
const request = {
  action: 'dynamodb:GetItem',
  resource: 'arn:aws:dynamodb:us-east-1:000000000000:table/t',
  context: {},
};
const effect = (statements: readonly PolicyStatement[], overrides: Partial<typeof request> = {}) =>
  evaluatePolicy(statements, { ...request, ...overrides }).effect;

describe('evaluatePolicy', () => {
  it('says nothing without a statement that applies', () => {
    expect(effect([])).toBe('none');
    expect(effect([statement({ actions: ['dynamodb:PutItem'] })])).toBe('none');
    expect(effect([statement({ resources: ['arn:aws:dynamodb:us-east-1:000000000000:table/other'] })])).toBe('none');
  });

  it('takes wildcards in actions without regard to case, and in resources with it', () => {
    expect(effect([statement({ actions: ['DYNAMODB:get*'] })])).toBe('allow');
    expect(effect([statement({ actions: ['*'] })])).toBe('allow');
    expect(effect([statement({ resources: ['arn:aws:dynamodb:*:table/?'] })])).toBe('allow');
    expect(effect([statement({ resources: ['arn:aws:dynamodb:*:table/T'] })])).toBe('none');
  });

  it('does not take other characters of an expression for wildcards', () => {
    expect(effect([statement({ resources: ['arn:aws:dynamodb:us.east.1:000000000000:table/t'] })])).toBe('none');
    expect(effect([statement({ resources: ['arn:aws:dynamodb:us-east-1:000000000000:table/${*}'] })])).toBe('none');
  });

  it('lets an explicit Deny win, wherever it stands', () => {
    const deny = statement({ effect: 'Deny', source: 'D #1' });
    expect(evaluatePolicy([statement(), deny], request)).toMatchObject({
      effect: 'deny',
      statement: { source: 'D #1' },
    });
    expect(effect([deny, statement()])).toBe('deny');
  });

  it('needs every condition of a statement', () => {
    const conditions = { StringEquals: { 'events:source': ['ssc'], 'events:detail-type': ['A', 'B'] } };
    const context = { 'events:source': ['ssc'] };
    expect(effect([statement({ conditions })], { context } as never)).toBe('none');
    expect(effect([statement({ conditions })], { context: { ...context, 'events:detail-type': ['B'] } } as never)).toBe(
      'allow',
    );
  });
});
