import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../core/assembly/json.ts';
import { countItems, dynamodbRequirements } from '../../../../services/dynamodb/required-permissions.ts';
import { buildDeployment, buildTable } from '../../../../../test/builders/local-deployment.ts';

const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/t';
const deployment = buildDeployment({
  tables: [
    buildTable({
      name: 't',
      streamArn: `${arn}/stream/label`,
      indexes: [{ name: 'listing', partitionKey: 'listPk', projection: 'ALL', include: [] }],
    }),
  ],
});
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
const needs = (operation: string, input: JsonObject) =>
  dynamodbRequirements({ operation, input }, deployment).map(({ action, resource, context }) => [
    action,
    resource.replace(arn, 't'),
    context['dynamodb:LeadingKeys'],
  ]);

describe('dynamodbRequirements', () => {
  it.each(['GetItem', 'UpdateItem', 'DeleteItem'])('needs the item’s key for %s', (operation) => {
    expect(needs(operation, { TableName: 't', Key: key('A') })).toEqual([[`dynamodb:${operation}`, 't', ['A']]]);
  });

  it('finds the key of a put in its item, and the table by its ARN', () => {
    expect(needs('PutItem', { TableName: arn, Item: key('A') })).toEqual([['dynamodb:PutItem', 't', ['A']]]);
  });

  it('needs a batch’s own action on each table with all its keys', () => {
    expect(needs('BatchGetItem', { RequestItems: { t: { Keys: [key('A'), key('B')] } } })).toEqual([
      ['dynamodb:BatchGetItem', 't', ['A', 'B']],
    ]);
    expect(
      needs('BatchWriteItem', {
        RequestItems: { t: [{ PutRequest: { Item: key('A') } }, { DeleteRequest: { Key: key('B') } }] },
      }),
    ).toEqual([['dynamodb:BatchWriteItem', 't', ['A', 'B']]]);
  });

  it('needs the single action of each item of a transaction, on the keys of all of them', () => {
    const on = { TableName: 't' };
    const items = [
      { Put: { ...on, Item: key('A') } },
      { Update: { ...on, Key: key('B') } },
      { Delete: { ...on, Key: key('C') } },
      { ConditionCheck: { ...on, Key: key('D') } },
    ];
    expect(needs('TransactWriteItems', { TransactItems: items })).toEqual([
      ['dynamodb:PutItem', 't', ['A', 'B', 'C', 'D']],
      ['dynamodb:UpdateItem', 't', ['A', 'B', 'C', 'D']],
      ['dynamodb:DeleteItem', 't', ['A', 'B', 'C', 'D']],
      ['dynamodb:ConditionCheckItem', 't', ['A', 'B', 'C', 'D']],
    ]);
    const reads = ['A', 'B'].map((pk) => ({ Get: { ...on, Key: key(pk) } }));
    expect(needs('TransactGetItems', { TransactItems: reads })).toEqual([
      ['dynamodb:GetItem', 't', ['A', 'B']],
      ['dynamodb:GetItem', 't', ['A', 'B']],
    ]);
  });

  it('tells the keys of a transaction by action and by item, too', () => {
    const on = { TableName: 't' };
    const items = [
      { Put: { ...on, Item: key('A') } },
      { Update: { ...on, Key: key('B') } },
      { Put: { ...on, Item: key('C') } },
    ];
    const readings = dynamodbRequirements(
      { operation: 'TransactWriteItems', input: { TransactItems: items } },
      deployment,
    );
    const keysOf = (reading: string) =>
      readings.map(({ otherReadings }) => otherReadings?.[reading]?.['dynamodb:LeadingKeys']);
    expect(keysOf('by action')).toEqual([['A', 'C'], ['B'], ['A', 'C']]);
    expect(keysOf('by item')).toEqual([['A'], ['B'], ['C']]);
  });

  it.each<[string, JsonObject]>([
    ['plainly', { KeyConditionExpression: 'pk = :pk AND begins_with(sk, :s)' }],
    ['by an alias', { KeyConditionExpression: '#p=:pk and sk >= :s', ExpressionAttributeNames: { '#p': 'pk' } }],
    ['the other way round', { KeyConditionExpression: 'sk = :s AND :pk = pk' }],
    ['in the legacy form', { KeyConditions: { pk: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 'A' }] } } }],
  ])('finds the key of a query that names it %s', (_, query) => {
    const input = { TableName: 't', ...query, ExpressionAttributeValues: { ':pk': { S: 'A' }, ':s': { S: 'z' } } };
    expect(needs('Query', input)).toEqual([['dynamodb:Query', 't', ['A']]]);
  });

  it('takes an index by its own ARN and key', () => {
    const input = {
      TableName: 't',
      IndexName: 'listing',
      KeyConditionExpression: 'listPk = :p',
      ExpressionAttributeValues: { ':p': { S: 'BLOCKS#1' } },
    };
    expect(needs('Query', input)).toEqual([['dynamodb:Query', 't/index/listing', ['BLOCKS#1']]]);
  });

  it('gives a query without a key no way past a condition on keys', () => {
    expect(
      needs('Query', {
        TableName: 't',
        KeyConditionExpression: 'pk <= :p',
        ExpressionAttributeValues: { ':p': { S: 'A' } },
      }),
    ).toEqual([['dynamodb:Query', 't', ['']]]);
  });

  it('knows no leading keys of a scan', () => {
    expect(needs('Scan', { TableName: 't' })).toEqual([['dynamodb:Scan', 't', undefined]]);
  });

  it('stands the template’s stream for whatever the engine calls it', () => {
    expect(needs('DescribeStream', { StreamArn: 'arn:aws:dynamodb:ddblocal:0:table/t/stream/2030' })).toEqual([
      ['dynamodb:DescribeStream', 't/stream/label', undefined],
    ]);
    expect(needs('GetRecords', { ShardIterator: 'opaque' })).toEqual([
      ['dynamodb:GetRecords', 't/stream/label', undefined],
    ]);
  });
});

describe('countItems', () => {
  it('counts what batches and transactions name', () => {
    expect(countItems({ operation: 'TransactWriteItems', input: { TransactItems: [{}, {}] } })).toBe(2);
    expect(
      countItems({
        operation: 'BatchGetItem',
        input: { RequestItems: { t: { Keys: [key('A'), key('B'), key('C')] } } },
      }),
    ).toBe(3);
    expect(countItems({ operation: 'GetItem', input: {} })).toBe(1);
  });
});
