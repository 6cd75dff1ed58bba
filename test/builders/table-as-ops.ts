import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/table/client.ts';

/** The table of a started product, as its operators may read it. */
export function tableAsOps(endpoint: string, name = 'ssc-local'): Table {
  const credentials = { accessKeyId: 'ops', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  return { name, client: DynamoDBDocumentClient.from(client) };
}
