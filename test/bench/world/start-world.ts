import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createTables } from '../../../local/services/dynamodb/create-tables.ts';
import { createDynamoClient } from '../../../local/core/engines/dynamo-client.ts';
import type { DynamoClient } from '../../../local/core/engines/dynamo-client.ts';
import { startEngine } from '../../../local/core/engines/engine.ts';
import type { Table } from '../../../shared/table/client.ts';
import { listingIndex, unpublishedIndex } from '../../../shared/table/keys.ts';
import { buildDeployment, buildTable } from '../../builders/local-deployment.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import type { RecordingProxy } from './recording-proxy.ts';

/** The deployed deadline. */
export const deadlineMilliseconds = 150;

export interface World {
  readonly engineUrl: string;
  readonly engine: DynamoClient;
  /** Counts what goes to the engine through it, and stands in for the queue of stopped orders. */
  readonly proxy: RecordingProxy;
  createTable(name: string): Promise<void>;
  close(): Promise<void>;
}

/** One engine for all that is measured. */
export async function startWorld(): Promise<World> {
  const engine = await startEngine('dynoxide');
  const proxy = await startRecordingProxy(engine.url);
  const client = createDynamoClient(engine.url, 60_000);
  return {
    engineUrl: engine.url,
    engine: client,
    proxy,
    async createTable(name) {
      // Nobody reads a stream here: the engine need not keep one.
      const { streamArn: _arn, streamView: _view, ...table } = buildTable({ name });
      const index = (named: string, partitionKey: string, sortKey: string) => ({
        name: named,
        partitionKey,
        sortKey,
        projection: 'ALL' as const,
        include: [],
      });
      const indexes = [index(listingIndex, 'listPk', 'listSk'), index(unpublishedIndex, 'outboxPk', 'outboxSk')];
      const names = ['pk', 'sk', 'listPk', 'listSk', 'outboxPk', 'outboxSk'];
      const attributes = Object.fromEntries(names.map((attribute) => [attribute, 'S']));
      await createTables(buildDeployment({ tables: [{ ...table, attributes, indexes }] }), client);
    },
    async close() {
      await proxy.close();
      await engine.close();
    },
  };
}

/** A table for the product's own stores; marshals as `openTable` does. */
export function tableAt(endpoint: string, name: string): Table {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  return { name, client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }) };
}

/** What Lambda gives a function: nothing of this process's own environment. Temporary credentials come with a token, which is signed too. */
export function functionEnvironment(tableName: string, tableUrl: string): Readonly<Record<string, string>> {
  return {
    TABLE_NAME: tableName,
    STAGE: 'bench',
    AWS_ENDPOINT_URL_DYNAMODB: tableUrl,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'ASIABENCHBENCHBENCH0',
    AWS_SECRET_ACCESS_KEY: 'bench-secret-of-forty-characters-in-all0',
    AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2Vj'.repeat(48),
    AWS_LAMBDA_FUNCTION_NAME: 'ssc-bench-function',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
  };
}

/** The same for a gate, with what it alone is given. */
export function gateEnvironment(
  tableName: string,
  endpoints: { readonly table: string; readonly queue: string },
): Readonly<Record<string, string>> {
  return {
    ...functionEnvironment(tableName, endpoints.table),
    GATE_DEADLINE_MS: String(deadlineMilliseconds),
    GATE_FAIL_MODE: 'open',
    STOPPED_ORDERS_QUEUE_URL: `${endpoints.queue}/000000000000/stopped`,
    AWS_ENDPOINT_URL_SQS: endpoints.queue,
    AWS_LAMBDA_FUNCTION_NAME: 'ssc-bench-gate',
  };
}
