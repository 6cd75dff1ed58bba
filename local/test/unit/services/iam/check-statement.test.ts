import { describe, expect, it } from 'vitest';
import type { PolicyStatement } from '../../../../core/access/policy-statement.ts';
import { checkStatement } from '../../../../services/iam/check-statement.ts';

const rules = { prefixes: ['sqs', 'dynamodb'], conditionKeys: ['aws:SourceArn'], resourcePolicies: [] };
const check = (overrides: Partial<PolicyStatement>) => () =>
  checkStatement(
    {
      effect: 'Allow',
      actions: ['sqs:SendMessage'],
      resources: ['arn:q'],
      conditions: {},
      principals: [],
      source: 'App/Role/Policy #2',
      ...overrides,
    },
    rules,
  );

describe('checkStatement', () => {
  it.each<[string, Partial<PolicyStatement>, string]>([
    ['an operator', { conditions: { DateLessThan: { 'aws:SourceArn': ['x'] } } }, 'condition operator DateLessThan'],
    ['a condition key', { conditions: { StringEquals: { 'sqs:Other': ['x'] } } }, 'condition key sqs:Other'],
    ['a variable in a value', { conditions: { StringEquals: { 'aws:SourceArn': ['${aws:x}'] } } }, '${aws:x}'],
    ['a variable in a resource', { resources: ['arn:q', 'arn:${aws:username}'] }, '${aws:username}'],
    ['a variable in an action', { actions: ['sqs:${aws:username}'] }, '${aws:username}'],
  ])('refuses %s that it cannot judge, by the name of the statement', (_, overrides, problem) => {
    expect(check(overrides)).toThrow(/^policy statement App\/Role\/Policy #2: .* is not supported$/);
    expect(check(overrides)).toThrow(problem);
  });

  it('takes what it can judge: keys in any case, and the escapes of a text', () => {
    const conditions = { 'ForAnyValue:StringLikeIfExists': { 'AWS:sourcearn': ['arn:${*}'] } };
    expect(check({ conditions, resources: ['arn:${$}*'] })).not.toThrow();
  });

  const unknown = { conditions: { StringEquals: { 'kms:ViaService': ['x'] } } };
  it('leaves alone statements about services that have no local part', () => {
    expect(check({ ...unknown, actions: ['kms:Decrypt', 'logs:*'] })).not.toThrow();
  });

  it.each([
    ['one of its actions', ['kms:Decrypt', 'sqs:SendMessage']],
    ['its prefix in any case', ['SQS:SendMessage']],
    ['a wildcard for all services', ['*']],
    ['a wildcard within the prefix', ['s*:SendMessage']],
  ])('checks a statement that concerns a service here by %s', (_, actions) => {
    expect(check({ ...unknown, actions })).toThrow('kms:ViaService');
  });
});
