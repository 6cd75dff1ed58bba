import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEngine } from '../../local/core/engines/engine.ts';
import type { Engine } from '../../local/core/engines/engine.ts';
import { linkGroupChanged } from '../../local/demo/marketplace.ts';
import { blockKey, buyerAttribute, markerKey, rosterKey, shopBuyerKey } from '../../shared/table/keys.ts';
import type { Key } from '../../shared/table/keys.ts';
import { openClient } from '../builders/engines/table.ts';
import { patientWithProduct } from '../builders/patience.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop, untilFound } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { spawnEntry } from './spawn-entry.ts';
import type { EntryProcess } from './spawn-entry.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = 'shop-rebuild';
const roots = ['r-0', 'r-1', 'r-2', 'r-3', 'r-4'];
const membersOf = (root: string): string[] => [`${root}-a`, `${root}-b`];
const TableName = 'ssc-local';

describe('a rebuild of a started product, while a marketplace’s day goes on', () => {
  let engine: Engine;
  let runtime: LocalRuntime;
  let shop: Shop;
  let day: EntryProcess;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-rebuild-'));
    engine = await startEngine('dynoxide');
    runtime = await startLocal({ demo: true, args: ['--engine', engine.url] });
    shop = openShop(runtime, shopId);
    await openWorld();
    day = spawnEntry('local/simulate.ts', ['--port', String(runtime.port), '--rate', '5']);
    await once(day.stdout, 'data');
  });
  afterAll(async () => {
    day?.kill('SIGINT');
    await runtime?.stop();
    await engine?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openWorld(): Promise<void> {
    await grantAccess(runtime, shopId);
    await publish(
      runtime,
      [...roots, 'w-0'].flatMap((buyer) => buyerWithOrder(shopId, buyer, `name-${buyer}`)),
    );
    await publish(
      runtime,
      roots.map((root) =>
        linkGroupChanged({
          groupId: `g-${root}`,
          buyerIds: [root, ...membersOf(root)],
          revision: 1,
        }),
      ),
    );
    await untilFound(
      shop,
      [...roots, 'w-0'].map((buyer) => `name-${buyer}`),
    );
    for (const root of roots) {
      await vi.waitFor(async () => expect((await lookUp(root))['linkedAccounts']).toBe(2), patientWithProduct);
      const block = newBlock(root, { scope: 'linked_user_ids' });
      expect((await shop.seller('POST', 'blocks', block, { 'idempotency-key': root })).status).toBe(201);
      await vi.waitFor(async () => expect(await coverageOf(root)).toMatchObject(complete), patientWithProduct);
    }
    // So that no block is still on its way.
    await runtime.local('POST', 'clock', { advanceSeconds: 600 });
  }

  const complete = { state: 'complete', guarded: 3, total: 3 };
  const coverageOf = async (root: string) => (await shop.seller('GET', `blocks/${root}`)).body['coverage'];
  const lookUp = async (buyer: string) => (await shop.seller('GET', `buyers?username=name-${buyer}`)).body;

  /** Past the product, as a hand in the console of DynamoDB. */
  async function plant(): Promise<void> {
    const client = openClient(engine.url);
    const remove = (key: Key) => client.send(new DeleteCommand({ TableName, Key: { ...key } }));
    const set = (key: Key, name: string, value: unknown) =>
      client.send(
        new UpdateCommand({
          ...{ TableName, Key: { ...key }, UpdateExpression: 'SET #name = :value' },
          ...{ ExpressionAttributeNames: { '#name': name }, ExpressionAttributeValues: { ':value': value } },
        }),
      );
    await remove(markerKey(shopId, 'r-0'));
    await remove(markerKey(shopId, 'r-1-b'));
    const gone = { blockId: 'gone', expiresAt: Date.now() + 1e9 };
    await client.send(
      new PutCommand({ TableName, Item: { ...markerKey(shopId, 'w-0'), [buyerAttribute('r-9')]: gone, revision: 1 } }),
    );
    await set(blockKey(shopId, 'r-2'), 'coverage', { state: 'applying', guarded: 1, total: 3 });
    await set(blockKey(shopId, 'r-3'), 'coverage', { state: 'complete', guarded: 9, total: 9 });
    await set(rosterKey('g-r-4'), 'buyerIds', ['r-4', 'w-0', 'w-1', 'w-2']);
    await set(shopBuyerKey(shopId, 'w-0'), 'openOrders', 7);
    client.destroy();
  }

  /** Runs it until it says that nothing is wrong; the first runs are told to stop as soon as they have mended something. */
  async function rebuildWithCtrlC(): Promise<{ readonly output: string; readonly runs: number }> {
    let output = '';
    for (let runs = 1; ; runs += 1) {
      const args = ['rebuild', '--local', String(runtime.port), '--state', join(folder, 'state.json')];
      const child = spawnEntry('ops/ops.ts', args);
      const closed = once(child, 'close') as Promise<[number | null]>;
      let isTold = runs > 2;
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (!isTold && output.includes('mended: ')) child.kill('SIGINT');
          isTold ||= output.includes('mended: ');
        });
      const [code] = await closed;
      if (code === 0) return { output, runs };
      // What the day changes all the time may need another look.
      if (runs === 20) throw new Error(`It never came to its end:\n${output}`);
    }
  }

  it('mends what was planted, leaves nobody unguarded and guards nobody else', async () => {
    await plant();
    const everybody = roots.flatMap((root) => [root, ...membersOf(root)]);
    const steady = everybody.filter((buyer) => buyer !== 'r-0' && buyer !== 'r-1-b');
    const decisions = async (buyers: readonly string[]) => (await shop.ask(buyers)).map(({ decision }) => decision);
    expect(await decisions(['r-0', 'r-1-b'])).toEqual(['allow', 'allow']);

    let isOver = false;
    let asked = 0;
    const watch = async (): Promise<void> => {
      for (; !isOver; asked += 1) {
        expect(new Set(await decisions(steady))).toEqual(new Set(['deny']));
        expect(new Set(await decisions(['w-0', 'w-1', 'w-2']))).toEqual(new Set(['allow']));
      }
    };
    const watching = watch();
    const { output } = await rebuildWithCtrlC().finally(() => (isOver = true));
    await watching;
    expect(asked).toBeGreaterThan(0);

    for (const line of [
      'group g-r-4: its roster lacks 2 members, and names 3 who are none',
      'block of r-0 in shop-rebuild: the marker of the root does not name the block',
      'block of r-1 in shop-rebuild: 1 of 2 linked accounts lack their marker',
      'block of r-2 in shop-rebuild: the coverage says applying, 1 of 3, and nothing goes on',
      'block of r-3 in shop-rebuild: the coverage says complete, 9 of 9, where it is complete with 3',
      'marker of w-0 in shop-rebuild: an entry names a block that is gone',
      'orders of w-0 in shop-rebuild: 7 open of 1 orders are counted, where 1 of 1 are right',
    ])
      expect(output).toContain(`mended: ${line}`);
    expect(new Set(await decisions(everybody))).toEqual(new Set(['deny']));
    for (const root of roots) expect(await coverageOf(root)).toMatchObject(complete);
    expect(await lookUp('w-0')).toMatchObject({ openOrders: 1, linkedAccounts: 0 });
    expect(await lookUp('r-4')).toMatchObject({ linkedAccounts: 2 });
  });
});
