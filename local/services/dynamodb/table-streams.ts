import type { DynamoClient } from '../../core/engines/dynamo-client.ts';
import type { TtlRemovals } from './ttl-removals.ts';

/** What it takes to read the tables' streams. */
export interface TableStreams {
  readonly client: DynamoClient;
  /** From `createTables`: stream ARN in the deployment → in the engine. */
  readonly engineStreams: ReadonlyMap<string, string>;
  readonly removals: TtlRemovals;
  /** The listener runs after each write through the AWS endpoint. */
  onWrite(listener: () => void): void;
}
