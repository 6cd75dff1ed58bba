import { describe, expect, it } from 'vitest';
import { resolve } from '../../../../core/assembly/intrinsics.ts';
import type { Scope } from '../../../../core/assembly/intrinsics.ts';
import type { Json } from '../../../../core/assembly/json.ts';

const scope: Scope = {
  ref: (name) => `ref:${name}`,
  attribute: (id, attribute) => `${id}/${attribute}`,
  importValue: (name) => `import:${name}`,
  stackOutput: (stack, output) => `${stack}>${output}`,
  condition: (name) => name === 'Yes',
};

describe('resolve', () => {
  it.each<[string, Json, Json]>([
    ['Ref', { Ref: 'A' }, 'ref:A'],
    ['GetAtt as list', { 'Fn::GetAtt': ['A', 'B.C'] }, 'A/B.C'],
    ['GetAtt as text', { 'Fn::GetAtt': 'A.B' }, 'A/B'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'B' }]] }, 'a-ref:B'],
    ['Split and Select', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    ['Sub', { 'Fn::Sub': '${A}:${A.Arn}:${!A}' }, 'ref:A:A/Arn:${A}'],
    ['Sub with variables', { 'Fn::Sub': ['${x}', { x: { Ref: 'Y' } }] }, 'ref:Y'],
    ['ImportValue', { 'Fn::ImportValue': { 'Fn::Join': ['', ['x', 'y']] } }, 'import:xy'],
    ['If', { 'Fn::If': ['No', 1, { Ref: 'Z' }] }, 'ref:Z'],
    [
      'And, Or, Not, Equals',
      { 'Fn::And': [{ 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }, { 'Fn::Or': [false, { Condition: 'Yes' }] }] },
      true,
    ],
  ])('replaces %s', (_, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  it('leaves out what is AWS::NoValue, in objects and lists', () => {
    const nothing = { Ref: 'AWS::NoValue' };
    expect(resolve({ a: nothing, b: [nothing, 1], c: { 'Fn::If': ['Yes', nothing, 2] } }, scope)).toEqual({ b: [1] });
  });

  it('takes a policy’s Condition for what it is', () => {
    const statement = { Condition: { StringEquals: { k: 'v' } } };
    expect(resolve(statement, scope)).toEqual(statement);
  });

  it('refuses an intrinsic that it does not know, by name', () => {
    expect(() => resolve({ 'Fn::Cidr': [] }, scope)).toThrow('Fn::Cidr');
  });
});
