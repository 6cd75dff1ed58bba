import { describe, expect, it } from 'vitest';
import { createTables } from '../../../../services/dynamodb/create-tables.ts';
import type { TableModel } from '../../../../services/dynamodb/model.ts';
import { EngineError } from '../../../../core/engines/dynamo-client.ts';
import { buildDeployment, buildTable } from '../../../../../test/builders/local-deployment.ts';
import { useEngine } from '../../../builders/use-engine.ts';

const index = {
  name: 'by-list',
  partitionKey: 'listPk',
  sortKey: 'n',
  projection: 'INCLUDE',
  include: ['note'],
} as const;
const indexed: Partial<TableModel> = {
  indexes: [index],
  attributes: { pk: 'S', sk: 'S', listPk: 'S', n: 'N', unused: 'S' },
};

describe('createTables', () => {
  const { client } = useEngine();
  const create = (...tables: readonly TableModel[]) => createTables(buildDeployment({ tables }), client);
  const describeTable = async (TableName: string) =>
    (await client.table<{ Table: Record<string, unknown> }>('DescribeTable', { TableName })).Table;

  it('creates a table with its keys, indexes and stream, and tells where the stream is', async () => {
    const table = buildTable({ name: 'whole', ...indexed });
    const streams = await create(table);
    const described = await describeTable('whole');
    expect(described).toMatchObject({
      TableStatus: 'ACTIVE',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        { IndexName: 'by-list', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['note'] } },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    expect([...streams]).toEqual([[table.streamArn, described['LatestStreamArn']]]);
  });

  it('creates a table with a partition key alone, without a stream', async () => {
    const { streamArn: _, ...table } = buildTable({
      name: 'plain',
      key: { partitionKey: 'pk' },
      attributes: { pk: 'N' },
    });
    expect((await create(table)).size).toBe(0);
    expect(await describeTable('plain')).toMatchObject({
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'N' }],
    });
    expect(await describeTable('plain')).not.toHaveProperty('LatestStreamArn');
  });

  it('leaves a table that is there as it is, with its items and its stream', async () => {
    const table = buildTable({ name: 'kept', ...indexed });
    const before = await create(table);
    const Key = { pk: { S: 'a' }, sk: { S: 'b' } };
    await client.table('PutItem', { TableName: 'kept', Item: Key });
    expect(await create(table)).toEqual(before);
    expect(await client.table('GetItem', { TableName: 'kept', Key })).toMatchObject({ Item: Key });
  });

  it('leaves time to live to the sweeper', async () => {
    await create(buildTable({ name: 'kept', ...indexed }));
    const { TimeToLiveDescription } = await client.table<{ TimeToLiveDescription: object }>('DescribeTimeToLive', {
      TableName: 'kept',
    });
    expect(TimeToLiveDescription).toMatchObject({ TimeToLiveStatus: 'DISABLED' });
  });

  it.each<[string, Partial<TableModel>]>([
    ['keys', { key: { partitionKey: 'sk', sortKey: 'pk' } }],
    ['a key less', { key: { partitionKey: 'pk' } }],
    ['an index less', { indexes: [] }],
    ['an index of other keys', { indexes: [{ ...index, partitionKey: 'n', sortKey: 'listPk' }] }],
    ['an index of another name', { indexes: [{ ...index, name: 'other' }] }],
  ])('refuses a table of the folder that had other indexes or keys: %s', async (_, overrides) => {
    await create(buildTable({ name: 'shaped', ...indexed }));
    await expect(create(buildTable({ name: 'shaped', ...indexed, ...overrides }))).rejects.toThrow(
      /^Table shaped in the data folder has .*, the template wants .*; start with another --data folder\.$/,
    );
  });

  it('refuses a table of the folder that had no stream', async () => {
    const { streamArn: _, ...without } = buildTable({ name: 'streamless' });
    await create(without);
    await expect(create(buildTable({ name: 'streamless' }))).rejects.toThrow(
      'exists in the data folder without its stream',
    );
  });

  it('names the key that has no type', async () => {
    await expect(create(buildTable({ name: 'untyped', attributes: { pk: 'S' } }))).rejects.toThrow(
      'Table untyped has a key sk without an attribute definition.',
    );
  });

  it('does not take an engine’s other errors for a table that is not there', async () => {
    await expect(create(buildTable({ name: 'no/name' }))).rejects.toThrow(EngineError);
  });
});
