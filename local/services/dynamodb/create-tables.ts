import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamodbTemplate, KeyModel, TableModel } from './model.ts';
import { EngineError } from '../../core/engines/dynamo-client.ts';
import type { DynamoClient } from '../../core/engines/dynamo-client.ts';

interface TableDescription {
  readonly TableStatus: string;
  readonly KeySchema: readonly KeyElement[];
  readonly LatestStreamArn?: string;
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly IndexStatus: string;
    readonly KeySchema: readonly KeyElement[];
  }[];
}
interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

const activeWithinMilliseconds = 20_000;

/**
 * Creates the deployment's tables that the engine does not hold yet and waits until all are active.
 *
 * Time to live is left off on purpose, on every engine: it would follow the machine's clock, and DynamoDB
 * Local would hide expired items, which AWS keeps readable for days. The sweeper deletes them instead.
 *
 * @returns for each table with a stream, its stream's ARN in the deployment → its ARN in the engine.
 * @throws Error naming the table when one exists with other keys or indexes, or does not become active.
 */
export async function createTables(
  deployment: DynamodbTemplate,
  client: DynamoClient,
): Promise<ReadonlyMap<string, string>> {
  const streams = new Map<string, string>();
  for (const table of deployment.tables) {
    if (!(await describe(table, client))) await client.table('CreateTable', toCreateTable(table));
    const description = await waitUntilActive(table, client);
    refuseOtherShape(table, description);
    if (table.streamArn === undefined) continue;
    if (description.LatestStreamArn === undefined) {
      throw new Error(
        `Table ${table.name} exists in the data folder without its stream; start with another --data folder.`,
      );
    }
    streams.set(table.streamArn, description.LatestStreamArn);
  }
  return streams;
}

async function describe(table: TableModel, client: DynamoClient): Promise<TableDescription | undefined> {
  try {
    const answer = await client.table<{ Table: TableDescription }>('DescribeTable', { TableName: table.name });
    return answer.Table;
  } catch (error) {
    if (error instanceof EngineError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function waitUntilActive(table: TableModel, client: DynamoClient): Promise<TableDescription> {
  const deadline = performance.now() + activeWithinMilliseconds;
  while (performance.now() < deadline) {
    const description = await describe(table, client);
    const indexes = description?.GlobalSecondaryIndexes ?? [];
    if (description?.TableStatus === 'ACTIVE' && indexes.every((index) => index.IndexStatus === 'ACTIVE'))
      return description;
    await sleep(20);
  }
  throw new Error(`Table ${table.name} did not become active within ${activeWithinMilliseconds / 1000} seconds.`);
}

function toCreateTable(table: TableModel): object {
  const keyed = new Set(
    [table.key, ...table.indexes].flatMap((key) => toKeySchema(key).map((element) => element.AttributeName)),
  );
  return {
    TableName: table.name,
    BillingMode: 'PAY_PER_REQUEST',
    // DynamoDB refuses an attribute definition that no key uses.
    AttributeDefinitions: [...keyed].map((name) => ({
      AttributeName: name,
      AttributeType: attributeType(table, name),
    })),
    KeySchema: toKeySchema(table.key),
    ...(table.indexes.length > 0 && {
      GlobalSecondaryIndexes: table.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: toKeySchema(index),
        Projection: {
          ProjectionType: index.projection,
          ...(index.projection === 'INCLUDE' && { NonKeyAttributes: index.include }),
        },
      })),
    }),
    ...(table.streamArn !== undefined && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView ?? 'NEW_AND_OLD_IMAGES' },
    }),
  };
}

function attributeType(table: TableModel, name: string): string {
  const type = table.attributes[name];
  if (type === undefined) throw new Error(`Table ${table.name} has a key ${name} without an attribute definition.`);
  return type;
}

function toKeySchema(key: KeyModel): readonly KeyElement[] {
  const hash: KeyElement = { AttributeName: key.partitionKey, KeyType: 'HASH' };
  return key.sortKey === undefined ? [hash] : [hash, { AttributeName: key.sortKey, KeyType: 'RANGE' }];
}

/** A data folder outlives the template; a table of an older shape would fail later and less clearly. */
function refuseOtherShape(table: TableModel, description: TableDescription): void {
  const shapeOf = (name: string, schema: readonly KeyElement[]) =>
    `${name}(${schema
      .map((element) => `${element.AttributeName}:${element.KeyType}`)
      .toSorted()
      .join(', ')})`;
  const wanted = [
    shapeOf('table', toKeySchema(table.key)),
    ...table.indexes.map((index) => shapeOf(index.name, toKeySchema(index))),
  ];
  const found = [
    shapeOf('table', description.KeySchema),
    ...(description.GlobalSecondaryIndexes ?? []).map((index) => shapeOf(index.IndexName, index.KeySchema)),
  ];
  if (wanted.toSorted().join() === found.toSorted().join()) return;
  throw new Error(
    `Table ${table.name} in the data folder has ${found.join(', ')}, the template wants ${wanted.join(', ')}; start with another --data folder.`,
  );
}
