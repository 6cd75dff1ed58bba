import { afterAll, beforeAll } from 'vitest';
import { createDynamoClient } from '../../core/engines/dynamo-client.ts';
import type { DynamoClient } from '../../core/engines/dynamo-client.ts';
import { startEngine } from '../../core/engines/engine.ts';
import type { Engine } from '../../core/engines/engine.ts';

/** A client of a real engine for the tests around, usable from `beforeAll` on. */
export function useEngine(): { readonly client: DynamoClient; readonly url: () => string } {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await startEngine('dynoxide');
  });
  afterAll(() => engine?.close());
  const url = () => engine?.url ?? '';
  const client: DynamoClient = {
    table: (operation, input) => createDynamoClient(url()).table(operation, input),
    streams: (operation, input) => createDynamoClient(url()).streams(operation, input),
  };
  return { client, url };
}
