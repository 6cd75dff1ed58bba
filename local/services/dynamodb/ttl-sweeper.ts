import type { DynamodbTemplate, TableModel } from './model.ts';
import { EngineError } from '../../core/engines/dynamo-client.ts';
import type { AttributeMap, DynamoClient } from '../../core/engines/dynamo-client.ts';
import type { LocalClock } from '../../core/state/clock.ts';
import type { Log } from '../../core/log.ts';
import type { TtlRemovals } from './ttl-removals.ts';
import { jsonResponse } from '../../core/http-front-end/http-request.ts';
import type { LocalRoutes } from '../../core/local-routes/local-routes.ts';

export interface TtlSweeper {
  /** Deletes what has expired on the local clock, once; answers how many items. */
  sweep(): Promise<number>;
  /** Sweeps each minute, and late after the clock was advanced. */
  start(): void;
  close(): Promise<void>;
}

/** Deletion is late on purpose, as on AWS: whatever reads must not rely on it. Real milliseconds. */
const afterAdvanceMilliseconds = 2_000;
const everyMilliseconds = 60_000;
/** DynamoDB leaves items alone whose time lies more than five years back. */
const oldestSeconds = 5 * 366 * 86_400;
const deletesAtOnce = 8;

interface ScanAnswer {
  readonly Items?: readonly AttributeMap[];
  readonly LastEvaluatedKey?: AttributeMap;
}

export interface TtlSweeperOptions {
  readonly client: DynamoClient;
  readonly clock: LocalClock;
  readonly removals: TtlRemovals;
  readonly log: Log;
}

/** Performs time to live on the local clock, past the AWS endpoint, as DynamoDB's own service does. */
export function createTtlSweeper(deployment: DynamodbTemplate, options: TtlSweeperOptions): TtlSweeper {
  const { clock, log } = options;
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  // One at a time: two sweeps would delete, and mark, the same items.
  let last: Promise<unknown> = Promise.resolve();

  const sweepAll = async (): Promise<number> => {
    let deleted = 0;
    for (const table of deployment.tables) {
      if (table.ttlAttribute !== undefined)
        deleted += await sweepTable(table, table.ttlAttribute, options, () => closed);
    }
    return deleted;
  };
  const sweep = (): Promise<number> => {
    const next = last.then(sweepAll);
    last = next.catch(() => undefined);
    return next;
  };
  const sweepAndLog = (): void => {
    void sweep().catch((error: unknown) => {
      if (!closed) log(`Time to live: the sweep failed and will be tried again: ${String(error)}`);
    });
  };

  return {
    sweep,
    start() {
      timers.add(setInterval(sweepAndLog, everyMilliseconds).unref());
      clock.onAdvance(() => {
        if (!closed) timers.add(setTimeout(sweepAndLog, afterAdvanceMilliseconds).unref());
      });
    },
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await last;
    },
  };
}

/** Deletes what has expired in one table; answers how many items. */
async function sweepTable(
  table: TableModel,
  attribute: string,
  options: TtlSweeperOptions,
  isClosed: () => boolean,
): Promise<number> {
  const { client, clock } = options;
  let deleted = 0;
  let from: AttributeMap | undefined;
  do {
    const page: ScanAnswer = await client.table('Scan', toScan(table, attribute, clock.now(), from));
    const items = [...(page.Items ?? [])];
    while (items.length > 0 && !isClosed()) {
      const batch = items.splice(0, deletesAtOnce);
      const outcomes = await Promise.all(batch.map((item) => removeItem(table, attribute, item, options)));
      deleted += outcomes.filter(Boolean).length;
    }
    from = page.LastEvaluatedKey;
  } while (from && !isClosed());
  return deleted;
}

async function removeItem(
  table: TableModel,
  attribute: string,
  item: AttributeMap,
  { client, removals }: TtlSweeperOptions,
): Promise<boolean> {
  const { [attribute]: value, ...keys } = item;
  const ttl = String(value?.['N']);
  removals.mark(table.name, keys, ttl);
  try {
    // An item renewed since the scan has another time and stays.
    await client.table('DeleteItem', {
      TableName: table.name,
      Key: keys,
      ConditionExpression: '#ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': attribute },
      ExpressionAttributeValues: { ':ttl': { N: ttl } },
    });
    return true;
  } catch (error) {
    // After any other error the deletion may have happened.
    if (!(error instanceof EngineError && error.code === 'ConditionalCheckFailedException')) throw error;
    removals.unmark(table.name, keys, ttl);
    return false;
  }
}

export function sweepRoutes({ sweep }: Pick<TtlSweeper, 'sweep'>): LocalRoutes {
  return { 'POST /_local/ttl-sweep': async () => jsonResponse(200, { deleted: await sweep() }) };
}

function toScan(table: TableModel, attribute: string, nowMilliseconds: number, from: AttributeMap | undefined): object {
  const now = Math.floor(nowMilliseconds / 1000);
  const { partitionKey, sortKey } = table.key;
  return {
    TableName: table.name,
    ConsistentRead: true,
    // Only numbers count: a text in the attribute never compares as one.
    FilterExpression: '#ttl BETWEEN :oldest AND :now',
    ProjectionExpression: ['#ttl', '#pk', ...(sortKey === undefined ? [] : ['#sk'])].join(', '),
    ExpressionAttributeNames: {
      '#ttl': attribute,
      '#pk': partitionKey,
      ...(sortKey !== undefined && { '#sk': sortKey }),
    },
    ExpressionAttributeValues: { ':oldest': { N: String(now - oldestSeconds) }, ':now': { N: String(now) } },
    ...(from && { ExclusiveStartKey: from }),
  };
}
