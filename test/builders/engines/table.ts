import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Table } from '../../../shared/table/client.ts';
import { listingIndex, unpublishedIndex } from '../../../shared/table/keys.ts';
import { useCatalogueCheck, watchEvents } from './catalogue-check.ts';
import { useEngine } from './engines.ts';
import type { TestEngine } from './engines.ts';
import { useTtlCheck, watchTtl } from './ttl-check.ts';

export interface TableOptions {
  /** False for tests that fill a table: with a stream each write to the native engine takes longer, the more there were before. */
  readonly stream?: boolean;
}

/**
 * An empty table for each test, on an engine that runs for the surrounding `describe`:
 *
 *     describe.each(engines())('a store on %s', (engine) => {
 *       const table = useTable(engine);
 *       it('…', async () => { await createStore(table).save(…) });
 *     });
 *
 * Every event that a test writes is held against the catalogue, and every time to live is in seconds. The same object always stands for the present test's table, so stores can be made from it once.
 */
export function useTable(kind: TestEngine, options: TableOptions = {}): Table {
  const engine = useEngine(kind);
  useCatalogueCheck();
  useTtlCheck();
  let client: DynamoDBDocumentClient | undefined;
  let name = '';
  beforeAll(() => {
    client = openClient(engine.url);
  });
  beforeEach(async () => {
    name = `ssc-test-${randomUUID()}`;
    if (client) await createTable(client, name, options);
  });
  afterEach(async () => {
    // The engine goes on: what one test left must not slow the next ones down.
    if (client) await client.send(new DeleteTableCommand({ TableName: name }));
  });
  afterAll(() => client?.destroy());
  return {
    get name() {
      return name;
    },
    get client() {
      if (!client) throw new Error('The table exists only inside a test.');
      return client;
    },
  };
}

/** Marshals as `openTable` does; engines check no signature, so any credentials will do. */
export function openClient(endpoint: string): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 2,
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  watchEvents(documents);
  watchTtl(documents);
  return documents;
}

/** A table of the same shape as the deployed one, with its indexes and stream. */
export async function createTable(
  client: DynamoDBDocumentClient,
  name: string,
  { stream = true }: TableOptions = {},
): Promise<void> {
  const { StreamSpecification, ...rest } = shape(name);
  const answer = await client.send(new CreateTableCommand({ ...rest, ...(stream ? { StreamSpecification } : {}) }));
  if (answer.TableDescription?.TableStatus === 'ACTIVE') return;
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.2 }, { TableName: name });
}

function shape(name: string): CreateTableCommandInput {
  const keys = (partition: string, sort: string): CreateTableCommandInput['KeySchema'] => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
  const indexes = { [listingIndex]: ['listPk', 'listSk'], [unpublishedIndex]: ['outboxPk', 'outboxSk'] } as const;
  const attributes = ['pk', 'sk', ...Object.values(indexes).flat()];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' as const })),
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: Object.entries(indexes).map(([index, [partition, sort]]) => ({
      IndexName: index,
      KeySchema: keys(partition, sort),
      Projection: { ProjectionType: 'ALL' as const },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  };
}
