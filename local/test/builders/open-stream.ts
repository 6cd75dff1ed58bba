import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createFunctions } from '../../services/lambda/functions.ts';
import { createTables } from '../../services/dynamodb/create-tables.ts';
import { createDynamoClient } from '../../core/engines/dynamo-client.ts';
import { startEngine } from '../../core/engines/engine.ts';
import { createQueues } from '../../services/sqs/queues.ts';
import { createStreamPoller } from '../../services/lambda/event-sources/stream-poller.ts';
import type { AccessRequest } from '../../core/access/access-request.ts';
import { createClock } from '../../core/state/clock.ts';
import { openJournal } from '../../core/state/journal.ts';
import { createTtlRemovals } from '../../services/dynamodb/ttl-removals.ts';
import { createTtlSweeper } from '../../services/dynamodb/ttl-sweeper.ts';
import {
  buildAuthorizer,
  buildDeployment,
  buildFunction,
  buildMapping,
  buildQueue,
  buildTable,
} from '../../../test/builders/local-deployment.ts';
import { collectLog } from '../../../test/tooling/log-scan/collected-log.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});
/** A folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'streams-'));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

export const table = buildTable();
export const discarded = buildQueue({ name: 'ssc-local-discarded' });
/** A function that prints what happened to which item, and who AWS says did it. */
export const print = `export const handler = async ({ Records }) => {
  for (const r of Records) console.log([r.eventName, r.dynamodb.Keys.sk.S, r.userIdentity?.principalId ?? '-'].join(' '));
};`;

interface Opened {
  readonly mapping?: Parameters<typeof buildMapping>[0];
  readonly kind?: 'dynoxide' | 'dynamodb-local';
  readonly folder?: string;
  readonly refuses?: (request: AccessRequest) => boolean;
}

/** A real engine, a real function, and the poller between them. */
export async function openStream(code: string, { mapping = {}, kind = 'dynoxide', folder, refuses }: Opened = {}) {
  const codeDirectory = makeFolder();
  writeFileSync(join(codeDirectory, 'index.mjs'), code);
  const model = buildFunction({ codeDirectory });
  const deployment = buildDeployment({ functions: [model], tables: [table], queues: [discarded] });
  const engine = await startEngine(kind, folder === undefined ? {} : { dataDirectory: join(folder, 'engine') });
  const client = createDynamoClient(engine.url);
  const engineStreams = await createTables(deployment, client);
  const journal = openJournal(folder === undefined ? undefined : join(folder, 'journal'));
  const clock = createClock(journal);
  const queues = createQueues(deployment, { clock, journal });
  const removals = createTtlRemovals(journal, () => clock.realNow());
  const { lines: printed, log } = collectLog();
  const functions = createFunctions(deployment, {
    clock,
    endpointUrl: engine.url,
    credentialsFor: () => ({ accessKeyId: 'fn', secretAccessKey: 'secret' }),
    log: collectLog().log,
    functionLog: (_name, line) => log(line),
  });
  const model2 = buildMapping({
    functionArn: model.arn,
    sourceArn: table.streamArn ?? '',
    startingPosition: 'TRIM_HORIZON',
    ...mapping,
  });
  const authorizer = buildAuthorizer(refuses);
  const poller = createStreamPoller(deployment, model2, {
    client,
    engineStreams,
    functions,
    queues,
    removals,
    authorizer,
    clock,
    journal,
    log,
  });
  const sweeper = createTtlSweeper(deployment, { client, clock, removals, log });
  const close = async () => {
    await sweeper.close();
    await poller.close();
    await functions.close();
    await engine.close();
  };
  cleanUps.push(close);
  const put = (sk: string, ttl?: number) =>
    client.table('PutItem', {
      TableName: table.name,
      Item: { pk: { S: 'p' }, sk: { S: sk }, ...(ttl !== undefined && { ttl: { N: String(ttl) } }) },
    });
  const remove = (sk: string) =>
    client.table('DeleteItem', { TableName: table.name, Key: { pk: { S: 'p' }, sk: { S: sk } } });
  return { poller, sweeper, clock, queues, printed, put, remove, close };
}
