import { describe, expect, it } from 'vitest';
import { readStatement, readStatements } from '../../../../core/access/policy-document.ts';
import type { JsonObject } from '../../../../core/assembly/json.ts';

const source = 'App/Queue/Policy';
const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:q' };
const read = (overrides: JsonObject) => readStatement({ ...statement, ...overrides }, source);

describe('readStatements', () => {
  it('reads a list of statements, or a single one, and numbers them', () => {
    const both = readStatements({ Version: '2012-10-17', Statement: [statement, statement] }, source);
    expect(both.map((one) => one.source)).toEqual([`${source} #1`, `${source} #2`]);
    expect(readStatements({ Statement: statement }, source)).toEqual(both.slice(0, 1));
  });

  it('finds none where there is no document', () => {
    expect(readStatements(undefined, source)).toEqual([]);
  });

  it('names the statement that is wrong', () => {
    expect(() => readStatements({ Statement: [statement, { ...statement, Effect: 'allow' }] }, source)).toThrow(
      `${source} #2: Effect must be Allow or Deny`,
    );
  });
});

describe('readStatement', () => {
  it('makes lists of single values', () => {
    const Condition = { StringEquals: { 'aws:SourceArn': 'arn:r', 'aws:SourceAccount': ['1', '2'] } };
    expect(read({ Sid: 'one', Condition })).toEqual({
      effect: 'Allow',
      actions: ['sqs:SendMessage'],
      resources: ['arn:q'],
      conditions: { StringEquals: { 'aws:SourceArn': ['arn:r'], 'aws:SourceAccount': ['1', '2'] } },
      principals: [],
      source,
    });
  });

  it('takes a boolean of a condition for its text, as templates write both', () => {
    expect(read({ Condition: { Bool: { 'aws:SecureTransport': false } } }).conditions).toEqual({
      Bool: { 'aws:SecureTransport': ['false'] },
    });
  });

  it.each([
    ['*', ['*']],
    [{ AWS: '*' }, ['*']],
    [{ AWS: '000000000000' }, ['AWS:arn:aws:iam::000000000000:root']],
    [{ AWS: ['arn:aws:iam::000000000000:role/a', '*'] }, ['AWS:arn:aws:iam::000000000000:role/a', '*']],
    [
      { Service: ['events.amazonaws.com', 'sns.amazonaws.com'] },
      ['Service:events.amazonaws.com', 'Service:sns.amazonaws.com'],
    ],
    [{ AWS: 'arn:r', Service: 'sns.amazonaws.com' }, ['AWS:arn:r', 'Service:sns.amazonaws.com']],
  ])('reads the principal %j', (Principal, principals) => {
    expect(read({ Principal }).principals).toEqual(principals);
  });

  it.each([
    [{ NotAction: 'iam:*' }, 'unsupported element NotAction'],
    [{ NotPrincipal: '*', NotResource: '*' }, 'unsupported element NotPrincipal, NotResource'],
    [{ Effect: null }, 'Effect must be Allow or Deny'],
    [{ Principal: 'arn:r' }, 'Principal must be "*" or an object'],
    [{ Principal: { Federated: 'x' } }, 'unsupported principal type Federated'],
  ])('refuses %j, which it would have to guess', (overrides, problem) => {
    expect(() => read(overrides)).toThrow(`policy statement ${source}: ${problem}`);
  });
});
