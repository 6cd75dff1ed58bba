import {
  BatchGetItemCommand,
  DescribeTableCommand,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { useEndpoint } from '../../../builders/open-endpoint.ts';

const TableName = 'ssc-local';
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'MARKER' } });

describe('the AWS endpoint’s DynamoDB', () => {
  const aws = useEndpoint();
  const gate = () => aws.dynamodb(aws.functionKeys('ssc-local-gate'));

  it('answers from the engine and records capacity and the statement that allowed the call', async () => {
    await gate().send(new PutItemCommand({ TableName, Item: { ...key('GATE#1#2'), n: { N: '1' } } }));
    const { Item, ConsumedCapacity } = await gate().send(
      new GetItemCommand({ TableName, Key: key('GATE#1#2'), ConsistentRead: true }),
    );
    expect(Item).toMatchObject({ n: { N: '1' } });
    expect(ConsumedCapacity).toBeUndefined();
    expect(aws.recorder.recent()).toMatchObject([
      {
        caller: 'ssc-local-gate',
        function: 'ssc-local-gate',
        service: 'dynamodb',
        operation: 'PutItem',
        status: 200,
        consumedCapacity: 1,
        statement: 'product/GateRole/Inline #2',
      },
      { operation: 'GetItem', consumedCapacity: 1, statement: 'product/GateRole/Inline #1', items: 1 },
    ]);
    await aws.dynamodb('ops').send(new GetItemCommand({ TableName, Key: key('GATE#1#2') }));
    expect(aws.recorder.recent().at(-1)).toMatchObject({ caller: 'ops' });
    expect(aws.recorder.recent().at(-1)).not.toHaveProperty('function');
  });

  it('gives the capacity to a caller who asks for it', async () => {
    const { ConsumedCapacity } = await gate().send(
      new GetItemCommand({ TableName, Key: key('GATE#1#2'), ReturnConsumedCapacity: 'TOTAL' }),
    );
    expect(ConsumedCapacity?.CapacityUnits).toBe(0.5);
  });

  it('refuses an action that no statement allows, naming function, action and resource', async () => {
    const refused = gate().send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :p',
        ExpressionAttributeValues: { ':p': { S: 'GATE#1#2' } },
      }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(
        /assumed-role\/.*\/ssc-local-gate is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:us-east-1:000000000000:table\/ssc-local because/,
      ) as string,
      $metadata: expect.objectContaining({ httpStatusCode: 400 }) as object,
    });
    expect(aws.recorder.recent()).toMatchObject([{ operation: 'Query', status: 400, error: 'AccessDeniedException' }]);
    expect(aws.lines.at(-1)).toContain('dynamodb:Query');
  });

  it('refuses keys that the statement does not lead to, one among many', async () => {
    await expect(gate().send(new GetItemCommand({ TableName, Key: key('BUYER#1') }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    const batch = (...keys: readonly string[]) =>
      gate().send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: keys.map(key) } } }));
    await expect(batch('GATE#1#2', 'SHOP#1')).resolves.toBeDefined();
    await expect(batch('GATE#1#2', 'BUYER#1')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('needs the permission of each item of a transaction, on the keys of all of them', async () => {
    const check = {
      ConditionCheck: { TableName, Key: key('GATE#9#9'), ConditionExpression: 'attribute_not_exists(pk)' },
    };
    const put = (pk: string) => ({ Put: { TableName, Item: key(pk) } });
    const write = (...items: readonly object[]) =>
      gate().send(new TransactWriteItemsCommand({ TransactItems: items as never }));
    await expect(write(check, put('GATE#3#3'))).resolves.toBeDefined();
    await expect(write(check, put('SHOP#1'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('dynamodb:ConditionCheckItem') as string,
    });
    await expect(write(check, { Delete: { TableName, Key: key('GATE#1#2') } })).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  it('allows an index apart from its table', async () => {
    const query = (value: string) =>
      gate().send(
        new QueryCommand({
          TableName,
          IndexName: 'listing',
          KeyConditionExpression: '#l = :p',
          ExpressionAttributeNames: { '#l': 'listPk' },
          ExpressionAttributeValues: { ':p': { S: value } },
        }),
      );
    await expect(query('BLOCKS#1')).resolves.toMatchObject({ Items: [] });
    await expect(query('SHOPS')).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('passes on the engine’s own errors', async () => {
    const put = new PutItemCommand({
      TableName,
      Item: key('GATE#1#2'),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await expect(gate().send(put)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(aws.recorder.recent()).toMatchObject([{ status: 400, error: 'ConditionalCheckFailedException' }]);
  });

  it('refuses wrong secrets, unknown keys and operations that it does not serve', async () => {
    const read = new GetItemCommand({ TableName, Key: key('GATE#1#2') });
    await expect(aws.dynamodb({ accessKeyId: 'ops', secretAccessKey: 'wrong' }).send(read)).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    await expect(aws.dynamodb('nobody').send(read)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    await expect(
      aws.dynamodb('ops').send(new ExecuteStatementCommand({ Statement: 'SELECT 1' })),
    ).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ExecuteStatement') as string,
    });
  });

  it('lets ops look at the table', async () => {
    await expect(aws.dynamodb('ops').send(new DescribeTableCommand({ TableName }))).resolves.toMatchObject({
      Table: { TableName },
    });
  });

  it('works for functions on the local clock, whatever it shows', async () => {
    const client = gate();
    aws.clock.advance(91 * 86_400);
    const shifted = aws.dynamodb(aws.functionKeys('ssc-local-gate'));
    shifted.config.systemClockOffset = 91 * 86_400_000;
    await expect(shifted.send(new GetItemCommand({ TableName, Key: key('GATE#1#2') }))).resolves.toBeDefined();
    await expect(client.send(new GetItemCommand({ TableName, Key: key('GATE#1#2') }))).resolves.toBeDefined();
    await expect(
      aws.dynamodb('ops').send(new GetItemCommand({ TableName, Key: key('GATE#1#2') })),
    ).resolves.toBeDefined();
  });
});
