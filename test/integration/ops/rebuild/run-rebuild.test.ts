import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { DeleteCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStateFile } from '../../../../ops/rebuild/state-file.ts';
import { runRebuild } from '../../../../ops/rebuild/run-rebuild.ts';
import type { RebuildJob } from '../../../../ops/rebuild/run-rebuild.ts';
import type { CoverageDeps } from '../../../../shared/coverage/deps.ts';
import type { MarkedBlock } from '../../../../shared/coverage/marked-block.ts';
import { createLinkStore } from '../../../../shared/coverage/store.ts';
import { workOnStep } from '../../../../shared/coverage/work-on-step.ts';
import { createLinkedAccountStore } from '../../../../shared/link-groups/linked-account-store.ts';
import { createOrderStore } from '../../../../shared/orders/store.ts';
import { recordOrder } from '../../../../shared/orders/record-order.ts';
import { createCountsStore } from '../../../../shared/rebuild/counts-store.ts';
import { rebuildHandler } from '../../../../shared/rebuild/handler.ts';
import { createMembershipStore } from '../../../../shared/rebuild/membership-store.ts';
import { createRebuildStore } from '../../../../shared/rebuild/store.ts';
import { blockKey, buyerAttribute, markerKey, rosterKey, shopBuyerKey } from '../../../../shared/table/keys.ts';
import type { Key } from '../../../../shared/table/keys.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { changeLinkGroup, cleanMarkers, coverBlock } from '../../../builders/worlds/link-work.ts';
import { buyersNamed, createLinkWorld } from '../../../builders/worlds/link-world.ts';

const shop = 'shop-1';
const roots = buyersNamed('root', 8);
/** So late that no block is still on its way. */
const clock = { now: () => noon + 10 * 60_000 };

describe('a rebuild while sellers, orders and links go on', () => {
  const table = useTable('dynoxide');
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-rebuild-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const links = (): CoverageDeps => ({
    store: createLinkStore(table),
    queue: {
      async send(steps) {
        for (const step of steps) await workOnStep(links(), step);
      },
    },
    clock,
  });
  const membersOf = (root: string) => buyersNamed(`${root}-member`, 3);
  const order = (orderId: string, buyerId: string, status: 'AWAITING_SHIPMENT' | 'DELIVERED', minute: number) =>
    recordOrder(createOrderStore(table))({
      ...{ version: 1, eventId: `${orderId}-${status}`, shopId: shop, orderId, buyerId, status },
      createdAt: '2026-01-15T10:00:00.000Z',
      updatedAt: `2026-01-15T10:${String(minute).padStart(2, '0')}:00.000Z`,
    });

  async function openWorld() {
    const world = createLinkWorld(table);
    await world.openShop(shop);
    const blocks = new Map<string, MarkedBlock>();
    for (const root of roots) {
      await changeLinkGroup(table, clock, {
        groupId: `g-${root}`,
        buyerIds: [root, ...membersOf(root)],
        revision: 1,
      });
      const block = await world.block(shop, root);
      await coverBlock(table, block);
      blocks.set(root, block);
    }
    for (const buyer of ['buyer-1', 'buyer-2', 'buyer-3'])
      for (const number of [1, 2, 3]) await order(`o-${buyer}-${number}`, buyer, 'AWAITING_SHIPMENT', number);
    return { world, blocks };
  }

  const remove = (key: Key) => table.client.send(new DeleteCommand({ TableName: table.name, Key: key }));
  const set = (key: Key, name: string, value: unknown) =>
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key,
        UpdateExpression: 'SET #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
      }),
    );

  /** What a restore of single items, a bug or a hand can leave behind. */
  async function plant(blocks: ReadonlyMap<string, MarkedBlock>): Promise<void> {
    const entry = { blockId: blocks.get('root-3')?.blockId, expiresAt: noon + 1e9, createdAt: noon };
    await remove(markerKey(shop, 'root-0'));
    await remove(markerKey(shop, 'root-1-member-2'));
    // Nobody's block, in a marker of its own and in one that is right but for it.
    const gone = { blockId: 'gone', expiresAt: noon + 1e9 };
    await putItems(table, { ...markerKey(shop, 'ghost'), [buyerAttribute('nobody')]: gone, revision: 1 });
    await set(markerKey(shop, 'root-2'), buyerAttribute('nobody'), gone);
    // A live block, of a root to whom this account was never linked: it is denied by it.
    await putItems(table, { ...markerKey(shop, 'outsider'), [buyerAttribute('root-3')]: entry, revision: 1 });
    await set(blockKey(shop, 'root-4'), 'coverage', { state: 'applying', guarded: 2, total: 3 });
    await set(blockKey(shop, 'root-5'), 'coverage', { state: 'complete', guarded: 9, total: 9 });
    await set(rosterKey('g-root-6'), 'buyerIds', ['root-6', 'stranger-0']);
    await set(shopBuyerKey(shop, 'buyer-1'), 'openOrders', 7);
    await remove(shopBuyerKey(shop, 'buyer-2'));
  }

  const jobOf = (more: Partial<RebuildJob> = {}, limit = 20) => {
    const said: string[] = [];
    const rebuild = rebuildHandler({
      store: createRebuildStore(table),
      counts: createCountsStore(table),
      memberships: createMembershipStore(table),
      links: links(),
    });
    const job: RebuildJob = {
      ...{ phases: ['rosters', 'markers', 'orders'], dryRun: false, concurrency: 4, rounds: 50 },
      scan: async (scan, from) => {
        const page = await table.client.send(
          new ScanCommand({
            ...{ TableName: table.name, ConsistentRead: true, Limit: limit, ...scan },
            ...(from ? { ExclusiveStartKey: from } : {}),
          }),
        );
        const next = page.LastEvaluatedKey as Record<string, string> | undefined;
        return { items: page.Items ?? [], scanned: page.ScannedCount ?? 0, ...(next ? { next } : {}) };
      },
      items: () => Promise.resolve(0),
      rebuild: (pieces, dryRun) => rebuild({ version: 1, dryRun, pieces }, { getRemainingTimeInMillis: () => 180_000 }),
      pause: () => breathe(),
      now: () => performance.now(),
      state: openStateFile(join(folder, 'state.json'), 'local', table.name),
      say: (line) => void said.push(line),
      stop: new AbortController().signal,
      ...more,
    };
    return { job, said };
  };

  it('mends what was planted, and leaves nobody unguarded and guards nobody else meanwhile', async () => {
    const { world, blocks } = await openWorld();
    await plant(blocks);
    const planted = ['root-0', 'root-1-member-2'];
    const covered = roots.flatMap((root) => [root, ...membersOf(root)]);
    const steady = covered.filter((buyer) => !planted.includes(buyer));
    const strangers = [...buyersNamed('stranger', 5), 'ghost'];
    expect(await world.denied(shop, [...planted, 'outsider'])).toEqual(['outsider']);

    let isOver = false;
    let looks = 0;
    const watch = async (): Promise<void> => {
      while (!isOver) {
        expect(await world.denied(shop, steady)).toEqual(steady);
        expect(await world.denied(shop, strangers)).toEqual([]);
        looks += 1;
        await breathe();
      }
    };
    let changes = 0;
    const traffic = async (): Promise<void> => {
      for (let round = 1; !isOver; round += 1) {
        const block = await world.block(shop, `passing-${round}`);
        await coverBlock(table, block);
        await order(`t-${round}`, `buyer-${(round % 3) + 1}`, 'AWAITING_SHIPMENT', 10);
        const buyerIds = ['root-7', ...membersOf('root-7'), `comer-${round}`];
        await changeLinkGroup(table, clock, { groupId: 'g-root-7', buyerIds, revision: round + 1 });
        expect(await world.denied(shop, [`comer-${round}`])).toEqual([`comer-${round}`]);
        await order(`t-${round}`, `buyer-${(round % 3) + 1}`, 'DELIVERED', 20);
        await world.unblock(block);
        await cleanMarkers(table, block);
        changes += 1;
      }
    };
    const others = [watch(), traffic()];
    const { job, said } = jobOf();
    const result = await runRebuild(job).finally(() => (isOver = true));
    await Promise.all(others);
    expect(looks).toBeGreaterThan(0);
    expect(changes).toBeGreaterThan(0);
    expect(result).toMatchObject({ failed: 0, wrong: 0, stopped: false });
    expect(said).toEqual(
      expect.arrayContaining([
        'mended: group g-root-6: its roster lacks 3 members, and names 1 who are none',
        'mended: block of root-0 in shop-1: the marker of the root does not name the block',
        'mended: block of root-1 in shop-1: 1 of 3 linked accounts lack their marker',
        'mended: block of root-4 in shop-1: the coverage says applying, 2 of 3, and nothing goes on',
        'mended: block of root-5 in shop-1: the coverage says complete, 9 of 9, where it is complete with 4',
        'mended: marker of ghost in shop-1: an entry names a block that is gone',
        'mended: marker of root-2 in shop-1: an entry names a block that is gone',
        'mended: marker of outsider in shop-1: an entry guards an account that is not linked any more',
      ]),
    );

    // Those whose orders went on all the time may be left for the next run, when it is calmer.
    expect(await runRebuild(jobOf().job)).toMatchObject({ failed: 0, busy: 0 });
    expect(await runRebuild(jobOf().job)).toMatchObject({ mended: 0, wrong: 0, failed: 0, busy: 0 });
    expect(await world.denied(shop, covered)).toEqual(covered);
    expect(await world.denied(shop, [...strangers, 'outsider'])).toEqual([]);
    for (const account of ['ghost', 'outsider'])
      expect(await readItem(table, markerKey(shop, account))).toBeUndefined();
    expect(await readItem(table, markerKey(shop, 'root-2'))).not.toHaveProperty(buyerAttribute('nobody'));
    for (const root of ['root-4', 'root-5'])
      expect((await readItem(table, blockKey(shop, root)))?.['coverage']).toEqual({
        state: 'complete',
        guarded: 4,
        total: 4,
      });
    expect((await readItem(table, rosterKey('g-root-6')))?.['buyerIds']).toHaveLength(4);
    expect(await createLinkedAccountStore(table).linkedAccounts('root-6')).toEqual(new Set(membersOf('root-6')));
    for (const buyer of ['buyer-1', 'buyer-2', 'buyer-3'])
      expect(await readItem(table, shopBuyerKey(shop, buyer))).toMatchObject({ openOrders: 3 });
  });

  it('only says what is wrong when it is to change nothing', async () => {
    const { world, blocks } = await openWorld();
    await plant(blocks);
    const result = await runRebuild(jobOf({ dryRun: true }).job);
    expect(result).toMatchObject({ mended: 0, failed: 0, busy: 0 });
    expect(result.wrong).toBe(10);
    expect(await world.denied(shop, ['root-0', 'outsider'])).toEqual(['outsider']);
  });

  it('goes on where it was stopped, page after page', async () => {
    const { world, blocks } = await openWorld();
    await plant(blocks);
    let runs = 0;
    let mended = 0;
    for (let isDone = false; !isDone; runs += 1) {
      const stop = new AbortController();
      const { job } = jobOf({ phases: ['rosters', 'markers'], stop: stop.signal }, 10);
      // Ctrl-C during the third page of each run.
      let pages = 0;
      const scan: RebuildJob['scan'] = (...asked) => {
        pages += 1;
        if (pages === 3) stop.abort();
        return job.scan(...asked);
      };
      const result = await runRebuild({ ...job, scan });
      mended += result.mended;
      isDone = !result.stopped;
    }
    expect(runs).toBeGreaterThan(2);
    expect(mended).toBe(8);
    expect(await world.denied(shop, ['root-0', 'root-1-member-2', 'outsider'])).toEqual(['root-0', 'root-1-member-2']);
  });
});
