import { describe, expect, it } from 'vitest';
import type { PolicyStatement } from '../../../local/core/access/policy-statement.ts';
import { createAuthorizer } from '../../../local/services/iam/authorizer.ts';
import { synthesizeStage } from '../synthesized-stage.ts';

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

describe('grants on the table', () => {
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

  it('lets the dashboard and the activity read what they show, and write nothing', () => {
    expect(allows('dashboard-api', 'Query', 'STATS#1')).toBe(true);
    expect(allows('dashboard-api', 'Query', 'ALERTS#1#risk_refund#open', 'listing')).toBe(true);
    expect(allows('dashboard-api', 'Query', 'SHOP#1')).toBe(false);
    expect(allows('activity-api', 'Query', 'ACTIVITY#1')).toBe(true);
    expect(allows('activity-api', 'BatchGetItem', 'ACTIVITY#1')).toBe(false);
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem'])
      for (const key of ['SHOP#1', 'STATS#1', 'ACTIVITY#1'])
        for (const name of ['dashboard-api', 'activity-api']) expect(allows(name, action, key), name).toBe(false);
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
    expect(writers.toSorted()).toEqual([
      'access-api',
      'access-notice-consumer',
      'admin-api',
      'alert-deadline',
      'alerts-api',
      'blocks-api',
      'bulk-api',
      'cancellation-refusal-consumer',
      'digest-sender',
      'exemptions-api',
      'flag-withdrawal-consumer',
      'fraud-outcome-consumer',
      'order-consumer',
      'order-flag-consumer',
      'refund-consumer',
      'refund-flag-consumer',
      'rejection-refusal-consumer',
      'settings-api',
      'stopped-order-consumer',
      'support-api',
    ]);
  });

  it('lets sellers’ actions write alerts and waivers, and delete nothing', () => {
    for (const key of ['ALERT#1#2', 'WAIVER#1#order#2']) expect(allows('alerts-api', 'PutItem', key), key).toBe(true);
    for (const key of ['SHOP#1', 'ORDER#1#2', 'REFUND#1#2', 'ALERT#1#2', 'WAIVER#1#order#2']) {
      expect(allows('alerts-api', 'DeleteItem', key), key).toBe(false);
    }
    for (const key of ['GATE#1#2', 'BUYER#2', 'MEMBER#abc'])
      for (const action of ['PutItem', 'UpdateItem', 'DeleteItem'])
        expect(allows('alerts-api', action, key), key).toBe(false);
  });

  it('lets each transaction through, however its keys are grouped', () => {
    for (const { name, roleArn } of deployment.functions) {
      const principal = { type: 'role', roleArn, accessKeyId: name, label: name } as const;
      const writes = dynamodbStatements(name.replace('ssc-local-', '')).filter(
        ({ actions, conditions }) =>
          actions.some((action) => action.endsWith(':PutItem')) && conditions['ForAllValues:StringLike'],
      );
      expect(writes.length, name).toBeLessThanOrEqual(1);
      for (const { actions, conditions } of writes) {
        const keys = conditions['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];
        const context = { 'dynamodb:LeadingKeys': keys.map((key) => key.replace('*', '1')) };
        for (const action of actions)
          expect(authorizer.decide({ principal, action, resource: table, context }), `${name} ${action}`).toMatchObject(
            {
              allowed: true,
            },
          );
      }
    }
  });

  it.each([
    ['order-flag-consumer', ['SHOP#1', 'ALERT#1#2', 'SHOPBUYER#1#2', 'ORDER#1#2']],
    ['refund-flag-consumer', ['SHOP#1', 'ALERT#1#2', 'SHOPBUYER#1#2', 'REFUND#1#2']],
    ['flag-withdrawal-consumer', ['SHOP#1', 'ALERT#1#2']],
    ['fraud-outcome-consumer', ['SHOP#1', 'ALERT#1#2']],
    ['order-consumer', ['SHOP#1', 'GATE#1#2']],
    ['order-consumer', ['SHOP#1', 'ENDED#1#2']],
    ['order-consumer', ['SHOP#1', 'ALERT#1#2', 'SHOPBUYER#1#2', 'ORDER#1#2']],
  ])('lets %s read at once what it decides on', (name, keys) => {
    // All keys of one call have to match in one statement.
    const { allowed } = authorizer.decide({
      principal: { type: 'role', roleArn: functionNamed(name).roleArn, accessKeyId: name, label: name },
      action: 'dynamodb:BatchGetItem',
      resource: table,
      context: { 'dynamodb:LeadingKeys': keys },
    });
    expect(allowed).toBe(true);
  });

  it('lets a flag look at what it is about, and write nothing of blocks and waivers', () => {
    for (const [name, key, foreign] of [
      ['order-flag-consumer', 'ORDER#1#2', 'REFUND#1#2'],
      ['refund-flag-consumer', 'REFUND#1#2', 'ORDER#1#2'],
    ] as const) {
      expect(allows(name, 'PutItem', 'ALERT#1#2'), name).toBe(true);
      expect(allows(name, 'ConditionCheckItem', key), name).toBe(true);
      expect(allows(name, 'DeleteItem', key), name).toBe(false);
      for (const other of ['WAIVER#1#order#2', 'BUYER#1', 'GATE#1#2', foreign])
        expect(allows(name, 'PutItem', other), name).toBe(false);
    }
  });

  it('lets a block be made from an alert, and the alert be', () => {
    expect(allows('blocks-api', 'BatchGetItem', 'ALERT#1#2')).toBe(true);
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'])
      expect(allows('blocks-api', action, 'ALERT#1#2')).toBe(false);
  });

  it('lets the performance service see waivers and nothing else', () => {
    expect(allows('performance-api', 'BatchGetItem', 'WAIVER#1#order#2')).toBe(true);
    for (const key of ['SHOP#1', 'ALERT#1#2', 'ORDER#1#2'])
      expect(allows('performance-api', 'BatchGetItem', key), key).toBe(false);
    expect(allows('performance-api', 'PutItem', 'WAIVER#1#order#2')).toBe(false);
  });

  it('lets customer support see blocks and end them', () => {
    expect(allows('support-api', 'Query', 'BUYER#2')).toBe(true);
    expect(allows('support-api', 'DeleteItem', 'SHOP#1')).toBe(true);
    for (const action of ['PutItem', 'UpdateItem', 'DeleteItem'])
      for (const key of ['ALERT#1#2', 'WAIVER#1#order#2', 'MEMBER#abc', 'ORDER#1#2'])
        expect(allows('support-api', action, key), key).toBe(false);
    for (const key of ['ORDER#1#2', 'ALERT#1#2', 'ACTIVITY#1', 'LIFTED#2'])
      expect(allows('support-api', 'GetItem', key), key).toBe(false);
  });

  it('lets the counting of blocks see what a buyer caused, and change nothing of it', () => {
    expect(allows('retaliation-consumer', 'BatchGetItem', 'SHOPBUYER#1#2')).toBe(true);
    for (const key of ['SHOPBUYER#1#2', 'SHOP#1', 'BUYER#2'])
      for (const action of ['PutItem', 'UpdateItem'])
        expect(allows('retaliation-consumer', action, key), key).toBe(false);
  });

  it('lets ops’ API, and that of a shop’s settings, alone say who may act for a shop', () => {
    for (const action of ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem']) {
      const able = deployment.functions
        .map(({ name }) => name.replace('ssc-local-', ''))
        .filter((name) => allows(name, action, 'MEMBER#abc'));
      const writers = action === 'UpdateItem' ? ['admin-api'] : ['admin-api', 'settings-api'];
      expect(able, action).toEqual(['PutItem', 'UpdateItem', 'DeleteItem'].includes(action) ? writers : []);
    }
  });

  it('lets only what takes writes of sellers or answers about buyers count them, and nobody set the count back', () => {
    const functions = deployment.functions.map(({ name }) => name.replace('ssc-local-', ''));
    const able = (action: string) => functions.filter((name) => allows(name, action, 'RATE#1#abc')).toSorted();
    const writing = ['alerts-api', 'blocks-api', 'bulk-api', 'buyers-api', 'exemptions-api', 'settings-api'];
    expect(able('UpdateItem')).toEqual(['access-api', ...writing]);
    expect(['PutItem', 'DeleteItem'].flatMap(able)).toEqual([]);
    for (const key of ['SHOP#1', 'SHOPBUYER#1#2', 'BUYER#2'])
      expect(allows('buyers-api', 'UpdateItem', key), key).toBe(false);
    expect(dynamodbStatements('public-api')).toEqual([]);
  });

  it('lets the exempt list change markers and rows of buyers, and nothing of blocks that are over, alerts or links', () => {
    for (const key of ['SHOP#1', 'GATE#1#2', 'BUYER#2'])
      expect(allows('exemptions-api', 'UpdateItem', key), key).toBe(true);
    for (const action of ['GetItem', 'UpdateItem', 'PutItem', 'DeleteItem'])
      for (const key of ['ENDED#1#2', 'ALERT#1#2', 'GROUP#1', 'WAIVER#1#order#2', 'MEMBER#abc'])
        expect(allows('exemptions-api', action, key), `${action} ${key}`).toBe(false);
  });

  it('lets the lookup read at once what it decides on', () => {
    const { allowed } = authorizer.decide({
      principal: { type: 'role', roleArn: functionNamed('buyers-api').roleArn, accessKeyId: 'a', label: 'a' },
      action: 'dynamodb:BatchGetItem',
      resource: table,
      context: { 'dynamodb:LeadingKeys': ['SHOP#1', 'ORDER#1#2', 'RATE#1#abc'] },
    });
    expect(allowed).toBe(true);
  });
});
