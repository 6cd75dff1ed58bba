import { describe, expect, it } from 'vitest';
import { conditionHolds } from '../../../../services/iam/conditions.ts';

const arn = 'arn:aws:events:us-east-1:000000000000:rule/bus/orders';

describe('conditionHolds', () => {
  it.each<[string, readonly string[], readonly string[] | undefined, boolean]>([
    ['StringEquals', ['a', 'b'], ['b'], true],
    ['StringEquals', ['a*'], ['ab'], false],
    ['StringEquals', ['a'], undefined, false],
    ['StringEqualsIfExists', ['a'], undefined, true],
    ['StringEqualsIfExists', ['a'], ['b'], false],
    ['StringNotEquals', ['a'], ['b'], true],
    ['StringNotEquals', ['a', 'b'], ['b'], false],
    ['StringNotEquals', ['a'], undefined, true],
    ['StringLike', ['GATE#*'], ['GATE#1#2'], true],
    ['StringLike', ['gate#*'], ['GATE#1#2'], false],
    ['StringLike', ['marketplace.?*'], ['marketplace.risk'], true],
    ['ArnEquals', ['arn:aws:events:*:*:rule/bus/*'], [arn], true],
    ['ArnLike', ['arn:aws:events:*:orders'], [arn], false],
    ['Bool', ['false'], ['true'], false],
    ['Bool', ['TRUE'], ['true'], true],
    ['ForAllValues:StringLike', ['SHOP#*', 'GATE#*'], ['SHOP#1', 'GATE#1'], true],
    ['ForAllValues:StringLike', ['SHOP#*'], ['SHOP#1', 'GATE#1'], false],
    ['ForAllValues:StringLike', ['SHOP#*'], undefined, true],
    ['ForAnyValue:StringEquals', ['a'], ['b', 'a'], true],
    ['ForAnyValue:StringEquals', ['a'], undefined, false],
    ['Null', ['false'], ['a'], true],
    ['Null', ['false'], undefined, false],
    ['Null', ['true'], ['a'], false],
    ['Null', ['true'], undefined, true],
  ])('%s %j on %j is %s', (operator, written, requested, expected) => {
    expect(
      conditionHolds(operator, 'some:Key', written, requested === undefined ? {} : { 'some:Key': requested }),
    ).toBe(expected);
  });

  it('compares condition keys without regard to case', () => {
    expect(conditionHolds('StringEquals', 'AWS:sourcearn', ['a'], { 'aws:SourceArn': ['a'] })).toBe(true);
  });

  it('refuses an operator that it does not know', () => {
    expect(() => conditionHolds('DateGreaterThan', 'k', ['v'], {})).toThrow('DateGreaterThan');
  });
});
