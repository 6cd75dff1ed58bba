import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../core/assembly/json.ts';
import { leadingKey, queriedKey } from '../../../../services/dynamodb/leading-keys.ts';

describe('leadingKey', () => {
  it.each([
    [{ S: 'SHOP#1' }, ['SHOP#1']],
    [{ N: '7' }, ['7']],
    [{ B: 'AA==' }, ['AA==']],
    [{ M: {} }, []],
    [undefined, []],
  ])('of %j is %j', (value, key) => {
    expect(leadingKey(value)).toEqual(key);
  });
});

describe('queriedKey', () => {
  const values = { ':pk': { S: 'SHOP#1' }, ':sk': { S: 'ACCESS' } };
  const query = (KeyConditionExpression: string, rest: JsonObject = {}): JsonObject => ({
    KeyConditionExpression,
    ExpressionAttributeValues: values,
    ...rest,
  });

  it.each<[string, JsonObject]>([
    ['an equality', query('pk = :pk AND begins_with(sk, :sk)')],
    ['one without blanks', query('pk=:pk')],
    ['the other way round', query(':pk = pk')],
    ['behind another', query('sk = :sk AND pk = :pk')],
    ['a name in its place', query('#p = :pk', { ExpressionAttributeNames: { '#p': 'pk' } })],
    ['the legacy form', { KeyConditions: { pk: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 'SHOP#1' }] } } }],
  ])('finds %s', (_, input) => {
    expect(queriedKey(input, 'pk')).toEqual(['SHOP#1']);
  });

  it.each<[string, JsonObject]>([
    ['no expression', {}],
    ['another key', query('sk = :sk')],
    ['no equality', query('pk >= :pk')],
    ['no value', query('pk = :other')],
  ])('is an empty text with %s: without a value every condition would be met', (_, input) => {
    expect(queriedKey(input, 'pk')).toEqual(['']);
  });
});
