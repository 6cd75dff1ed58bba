import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { requestBounds } from './request-bounds.ts';
import type { RequestBounds } from './request-bounds.ts';

/** A table and the client to reach it; what every store is made from. */
export interface Table {
  readonly name: string;
  readonly client: DynamoDBDocumentClient;
}

/** Opens a table by its name; the endpoint comes from the SDK's own environment variables. */
export function openTable(name: string, bounds: RequestBounds = requestBounds(3, 2000)): Table {
  const client = new DynamoDBClient({ ...bounds });
  return {
    name,
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  };
}
