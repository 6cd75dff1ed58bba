import { describe, expect, it } from 'vitest';
import { matchesPattern, resolveVariables } from '../../../../services/iam/patterns.ts';

describe('matchesPattern', () => {
  it.each([
    ['*', ''],
    ['sqs:*', 'sqs:SendMessage'],
    ['sqs:Send*e', 'sqs:SendMessage'],
    ['GATE#*', 'GATE#s\n#b'],
    ['a?c', 'abc'],
    ['a.c+', 'a.c+'],
    ['a${*}c', 'a*c'],
    ['${$}{x}', '${x}'],
  ])('%s matches %j', (pattern, value) => {
    expect(matchesPattern(value, pattern)).toBe(true);
  });

  it.each([
    ['sqs:Send', 'sqs:SendMessage'],
    ['sqs:*', 'SQS:SendMessage'],
    ['a?c', 'ac'],
    ['a.c', 'abc'],
    ['a${*}c', 'abc'],
    ['a${?}c', 'abc'],
  ])('%s does not match %j', (pattern, value) => {
    expect(matchesPattern(value, pattern)).toBe(false);
  });

  it('refuses a policy variable, which nobody would fill', () => {
    expect(() => resolveVariables('arn:${aws:username}')).toThrow('${aws:username} is not supported');
    expect(() => matchesPattern('ann', '${aws:username}')).toThrow('not supported');
  });
});
