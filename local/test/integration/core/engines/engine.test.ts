import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createTables } from '../../../../services/dynamodb/create-tables.ts';
import { createDynamoClient } from '../../../../core/engines/dynamo-client.ts';
import { javaIsPresent } from '../../../../core/engines/dynamodb-local.ts';
import { freePort } from '../../../../core/engines/free-port.ts';
import { startEngine } from '../../../../core/engines/engine.ts';
import type { Engine } from '../../../../core/engines/engine.ts';
import { waitForPreviousEngine } from '../../../../core/engines/previous-engine.ts';
import { buildDeployment, buildTable } from '../../../../../test/builders/local-deployment.ts';
import { patient } from '../../../../../test/builders/patience.ts';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  return folder;
}
async function start(...args: Parameters<typeof startEngine>): Promise<Engine> {
  const engine = await startEngine(...args);
  cleanUps.push(() => engine.close());
  return engine;
}

const table = buildTable({
  attributes: { pk: 'S', sk: 'S', listPk: 'S', listSk: 'S' },
  indexes: [{ name: 'listing', partitionKey: 'listPk', sortKey: 'listSk', projection: 'ALL', include: [] }],
});
const deployment = buildDeployment({ tables: [table] });
const item = { pk: { S: 'a' }, sk: { S: 'b' }, listPk: { S: 'l' }, listSk: { S: 's' } };

describe.each(
  javaIsPresent() ? (['dynoxide', 'dynamodb-local'] as const) : (['dynoxide'] as const),
)('startEngine(%s)', (kind) => {
  it('keeps tables, indexes and items in its data folder over a restart', async () => {
    const dataDirectory = makeFolder();
    const first = await start(kind, { dataDirectory });
    const client = createDynamoClient(first.url);
    const streams = await createTables(deployment, client);
    expect(streams.get(table.streamArn ?? '')).toContain('/stream/');
    await client.table('PutItem', { TableName: table.name, Item: item });
    await first.close();

    const again = createDynamoClient((await start(kind, { dataDirectory })).url);
    expect(await createTables(deployment, again)).toEqual(streams);
    const listed = await again.table<{ Items: unknown[] }>('Query', {
      TableName: table.name,
      IndexName: 'listing',
      KeyConditionExpression: 'listPk = :l',
      ExpressionAttributeValues: { ':l': { S: 'l' } },
    });
    expect(listed.Items).toEqual([item]);
  });

  it('keeps expired items readable', async () => {
    const client = createDynamoClient((await start(kind)).url);
    await createTables(deployment, client);
    await client.table('PutItem', { TableName: table.name, Item: { ...item, ttl: { N: '1000' } } });
    const { Item } = await client.table<{ Item?: object }>('GetItem', {
      TableName: table.name,
      Key: { pk: item.pk, sk: item.sk },
    });
    expect(Item).toBeDefined();
  });
});

describe('startEngine', () => {
  it('names what is different when a data folder holds a table of another shape', async () => {
    const { url } = await start('dynoxide');
    const client = createDynamoClient(url);
    await createTables(deployment, client);
    const changed = buildDeployment({ tables: [buildTable()] });
    await expect(createTables(changed, client)).rejects.toThrow(
      /ssc-local in the data folder has .*listing\(.*another --data folder/,
    );
  });

  it('ends its engine when its process is killed, and a new start waits for that', async () => {
    const dataDirectory = makeFolder();
    const module = fileURLToPath(new URL('../../../../core/engines/engine.ts', import.meta.url));
    const script = `import { startEngine } from ${JSON.stringify(module)};
      const { url } = await startEngine('dynoxide', { dataDirectory: ${JSON.stringify(dataDirectory)} });
      console.log(url); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    cleanUps.push(() => child.kill('SIGKILL'));
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    const client = createDynamoClient(url);
    await createTables(deployment, client);
    await client.table('PutItem', { TableName: table.name, Item: item });
    const pid = Number(readFileSync(join(dataDirectory, 'engine.pid'), 'utf8'));

    child.kill('SIGKILL');
    const again = await start('dynoxide', { dataDirectory });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    const answer = await createDynamoClient(again.url).table('GetItem', {
      TableName: table.name,
      Key: { pk: item.pk, sk: item.sk },
    });
    expect(answer).toMatchObject({ Item: item });
  });

  it('leaves no files behind when its process is killed without a data folder', async () => {
    const temporary = makeFolder();
    const module = fileURLToPath(new URL('../../../../core/engines/engine.ts', import.meta.url));
    const script = `import { startEngine } from ${JSON.stringify(module)};
      console.log((await startEngine('dynoxide')).url); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TMPDIR: temporary },
    });
    cleanUps.push(() => child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    const engines = () => readdirSync(temporary).filter((name) => name.startsWith('ssc-engine-'));
    expect(engines()).toHaveLength(1);

    child.kill('SIGKILL');
    await expect.poll(engines, patient).toEqual([]);
  });

  it('refuses a data folder that another start uses', async () => {
    const dataDirectory = makeFolder();
    await start('dynoxide', { dataDirectory });
    await expect(waitForPreviousEngine(join(dataDirectory, 'engine.pid'), 100)).rejects.toThrow(
      /in use by another start/,
    );
  });

  it('says within seconds that nothing answers at a URL', async () => {
    const url = `http://127.0.0.1:${await freePort()}/`;
    await expect(startEngine(new URL(url))).rejects.toThrow(`No DynamoDB engine answers at ${url}.`);
  });

  it('takes an engine by URL and leaves it running', async () => {
    const { url } = await start('dynoxide');
    const given = await startEngine(new URL(url));
    expect(given.url).toBe(`${url}/`);
    await given.close();
    expect(await createDynamoClient(url).table('ListTables', {})).toEqual({ TableNames: [] });
  });
});
