import { createAwsClient } from '../../../shared/aws-json/aws-client.ts';
import type { AwsClient } from '../../../shared/aws-json/aws-client.ts';
import type { DeadlineReader } from '../../../shared/gate/store.ts';
import { createTableReader } from '../../../shared/gate/table-reader.ts';
import { batchGet } from '../../../shared/table/batch-get.ts';
import type { Table } from '../../../shared/table/client.ts';
import { keyText } from '../../../shared/table/keys.ts';
import { toWire } from '../fakes/fake-gate.ts';

const environment = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

/** The gate's own client and reader, on the engine that a test's table is on. */
export function readWithGateClient(table: Table): DeadlineReader {
  let client: AwsClient | undefined;
  return {
    async read(keys, deadline, how) {
      client ??= createAwsClient({
        service: 'dynamodb',
        endpoint: await endpointOf(table),
        region: 'us-east-1',
        environment,
      });
      return createTableReader({ client, tableName: table.name, onFailure: () => undefined }).read(keys, deadline, how);
    },
  };
}

async function endpointOf({ client }: Table): Promise<URL> {
  const endpoint = await client.config.endpoint?.();
  if (!endpoint) throw new Error('The client of this table has no endpoint of its own.');
  return new URL(`${endpoint.protocol}//${endpoint.hostname}:${endpoint.port}`);
}

/** Reads through the table's own client, for tests that get in between its calls. */
export function readThroughTable(table: Table): DeadlineReader {
  return {
    async read(keys) {
      const items = await batchGet(table, keys);
      return new Map(keys.map((key) => [keyText(key), toWire(items.get(key))]));
    },
  };
}
