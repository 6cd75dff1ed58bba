import { describe, expect, it } from 'vitest';
import type { PolicyStatement } from '../../infra/local/assembly/deployment.ts';
import { createAuthorizer } from '../../infra/local/iam/authorizer.ts';
import { synthesizeStage } from './synthesized-stage.ts';

const deployment = synthesizeStage('local').deployment();
const authorizer = createAuthorizer(deployment);
const table = deployment.tables[0]?.arn ?? '';

const functionNamed = (name: string) => {
  const found = deployment.functions.find((one) => one.name === `ssc-local-${name}`);
  if (!found) throw new Error(`No function ${name}`);
  return found;
};
const dynamodbStatements = (name: string): readonly PolicyStatement[] => {
  const { roleArn } = functionNamed(name);
  const statements = deployment.roles.find(({ arn }) => arn === roleArn)?.statements ?? [];
  return statements.filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')));
};
const isStream = ({ resources }: PolicyStatement): boolean =>
  resources.every((resource) => resource.includes('/stream/'));

function allows(name: string, action: string, key: string, index?: string): boolean {
  return authorizer.decide({
    principal: { type: 'role', roleArn: functionNamed(name).roleArn, accessKeyId: name, label: name },
    action: `dynamodb:${action}`,
    resource: index === undefined ? table : `${table}/index/${index}`,
    context: { 'dynamodb:LeadingKeys': [key] },
  }).allowed;
}

describe('table access of functions', () => {
  it('names actions, never a wildcard, and never a scan', () => {
    for (const { name } of deployment.functions) {
      const actions = dynamodbStatements(name.replace('ssc-local-', '')).flatMap((statement) => statement.actions);
      expect(
        actions.filter((action) => action.includes('*') || action === 'dynamodb:Scan'),
        name,
      ).toEqual([]);
    }
  });

  it('names the partitions of every statement on the table or an index', () => {
    for (const { name } of deployment.functions) {
      for (const statement of dynamodbStatements(name.replace('ssc-local-', '')).filter((one) => !isStream(one))) {
        expect(
          statement.resources.filter((resource) => resource.includes('*')),
          statement.source,
        ).toEqual([]);
        const keys = statement.conditions['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];
        expect(keys.length, statement.source).toBeGreaterThan(0);
        expect(
          keys.filter((key) => !/^[A-Z]+(#\*)?$/.test(key)),
          statement.source,
        ).toEqual([]);
      }
    }
  });

  it('lets the gate read markers and blocks, and write nothing', () => {
    expect(allows('gate', 'GetItem', 'GATE#1#2')).toBe(true);
    expect(allows('gate', 'BatchGetItem', 'SHOP#1')).toBe(true);
    expect(allows('gate', 'GetItem', 'BUYER#2')).toBe(false);
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem', 'Query'])
      expect(allows('gate', action, 'SHOP#1')).toBe(false);
  });

  it('tells partitions with a common beginning apart', () => {
    expect(allows('access-api', 'GetItem', 'SHOP#1')).toBe(true);
    expect(allows('access-api', 'GetItem', 'SHOPBUYER#1#2')).toBe(false);
  });

  it('keeps the API of one purpose out of the indexes of another', () => {
    expect(allows('blocks-api', 'Query', 'BLOCKS#1', 'listing')).toBe(true);
    expect(allows('blocks-api', 'Query', 'USERNAME#abc', 'listing')).toBe(false);
    expect(allows('buyers-api', 'Query', 'USERNAME#abc', 'listing')).toBe(true);
    expect(allows('buyers-api', 'Query', 'OUTBOX#0', 'unpublished')).toBe(false);
  });

  it('lets nobody but the sellers’ API and ops’ API change access or the ledger’s activity', () => {
    const writers = deployment.functions
      .map(({ name }) => name.replace('ssc-local-', ''))
      .filter((name) => allows(name, 'PutItem', 'ACTIVITY#1'));
    expect(writers.toSorted()).toEqual(['admin-api', 'blocks-api', 'stopped-order-consumer']);
  });

  it('gives the public API nothing', () => {
    expect(dynamodbStatements('public-api')).toEqual([]);
  });
});
