import { createDynamoClient } from '../../core/engines/dynamo-client.ts';
import { offer } from '../../core/offers.ts';
import type { Service } from '../../core/service.ts';
import { createTables } from './create-tables.ts';
import { createDynamodbEndpoint } from './endpoint.ts';
import { createEngineProxy } from './engine-proxy.ts';
import type { DynamodbTemplate } from './model.ts';
import type { TableStreams } from './table-streams.ts';
import { dynamodbTypes, readTables } from './template.ts';
import { createTtlRemovals } from './ttl-removals.ts';
import { createTtlSweeper, sweepRoutes } from './ttl-sweeper.ts';

/** From `prepare` to `open`. */
const engineStreamsOffer = offer<ReadonlyMap<string, string>>('the streams of the engine');
export const streamsOffer = offer<TableStreams>('the streams of tables');

/** DynamoDB and its streams: authorised and recorded here, answered by an engine; time to live runs on the local clock. */
export const dynamodb: Service<DynamodbTemplate> = {
  name: 'dynamodb',
  resourceTypes: dynamodbTypes,
  permissions: { prefix: 'dynamodb', conditionKeys: ['dynamodb:EnclosingOperation', 'dynamodb:LeadingKeys'] },
  read: (catalog, { place }) => ({ tables: readTables(catalog, place) }),
  async prepare({ deployment, offers, engineUrl }) {
    offers.add(engineStreamsOffer, await createTables(deployment, createDynamoClient(engineUrl)));
  },
  open({ deployment, offers, clock, journal, log, engineUrl }) {
    const client = createDynamoClient(engineUrl);
    const engineStreams = offers.take(engineStreamsOffer);
    const removals = createTtlRemovals(journal, () => clock.realNow());
    const sweeper = createTtlSweeper(deployment, { client, clock, removals, log });
    const engine = createEngineProxy(engineUrl);
    const written: (() => void)[] = [];
    offers.add(streamsOffer, { client, engineStreams, removals, onWrite: (listener) => void written.push(listener) });
    return {
      endpoint: createDynamodbEndpoint(deployment, engine, () => {
        for (const listener of written) listener();
      }),
      localRoutes: sweepRoutes(sweeper),
      start: sweeper.start,
      stop: sweeper.close,
      close: engine.close,
    };
  },
};
