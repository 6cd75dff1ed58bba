import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { activityKey, noticeKey } from '../../shared/table/keys.ts';
import type { Key } from '../../shared/table/keys.ts';
import { spawnEntry } from './spawn-entry.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';
import { runOps } from './storm/run-ops.ts';

/** Of the queue's consumer: two invocations with ten messages each. */
const mostNoticesInFlight = 20;
const looksAtOnce = 8;
const header = 'shopId,timeZone,reason,blocks,members,notifyChannel,notifyAddress';
const faults: readonly (readonly [row: (shop: string) => string, field: string])[] = [
  [(shop) => `${shop},Mars/Olympus,,,,,`, 'timeZone'],
  [(shop) => `${shop},UTC,,1001,,,`, 'blocks'],
  [(shop) => `${shop},UTC,,,ann:king,,`, 'members'],
  [(shop) => `${shop},UTC,,,,email,nobody`, 'notifyAddress'],
  [(shop) => `${shop} ${shop},UTC,,,,,`, 'shopId'],
];

/** Mails that SES takes shortly before the kill, without the product's learning of it: whatever the moment of the kill, so many are repeated. */
const lostReplies = 3;

interface ManyShops {
  readonly total: number;
  readonly bad: number;
  /** Kills a run alone too, before the one that is killed with the product. */
  readonly alone?: boolean;
}

/** A file of shops, some of them wrong, granted by a run that is killed halfway and one that goes on. */
export function describeManyShops({ total, bad, alone = false }: ManyShops): void {
  describe(`a file of ${total} shops, ${bad} of them wrong`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'ssc-shops-'));
    const file = join(folder, 'shops.csv');
    const wrong = new Map<number, string>();
    const shops: string[] = [];
    let runtime: LocalRuntime;
    let table: ReturnType<typeof openTable>;
    const start = async (port?: number) => {
      runtime = await startLocal({ args: ['--data', join(folder, 'data')], ...(port === undefined ? {} : { port }) });
      table = openTable(runtime);
    };
    beforeAll(async () => {
      const lines = Array.from({ length: total }, (_, index) => {
        const shop = `shop-${index}`;
        const fault = index % Math.floor(total / bad) === 0 ? faults[wrong.size % faults.length] : undefined;
        if (fault && wrong.size < bad) {
          wrong.set(index + 2, fault[1]);
          return fault[0](shop);
        }
        shops.push(shop);
        return `${shop},Europe/Berlin,"wave 1, ""early""",50,s|${index}:owner,email,shop-${index}@example.com`;
      });
      writeFileSync(file, [header, ...lines, ''].join('\r\n'));
      await start();
    });
    afterAll(async () => {
      await runtime?.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const done = () => (existsSync(`${file}.done`) ? readFileSync(`${file}.done`, 'utf8').split('\n').length - 1 : 0);

    it('lists exactly those rows in a dry run, with line and column, and begins nothing while there are any', async () => {
      for (const more of [['--dry-run'], []]) {
        const { code, output } = await runOps(runtime, 'access', 'grant', '--csv', file, ...more);
        expect(code).toBe(1);
        const listed = [...output.matchAll(/, line (\d+), (\w+): /g)].map(([, line, field]) => [Number(line), field]);
        expect(listed).toEqual([...wrong]);
        expect(output).toContain(`${bad} `);
      }
      expect(done()).toBe(0);
    });

    const killRun = async (share: number, meanwhile: () => Promise<unknown> = async () => undefined) => {
      const args = ['access', 'grant', '--csv', file, '--skip-bad', '--local', String(runtime.port)];
      const run = spawnEntry('ops/ops.ts', args);
      for (const stream of [run.stdout, run.stderr]) stream.resume();
      const ended = once(run, 'exit');
      const reach = (part: number) =>
        vi.waitUntil(() => done() >= shops.length * part, { timeout: 1_200_000, interval: 10 });
      await reach(share * 0.8);
      await meanwhile();
      await reach(share);
      run.kill('SIGKILL');
      await ended;
      expect(done()).toBeLessThan(shops.length);
    };
    const grantRest = async () => {
      const before = done();
      const left = shops.length - before;
      const { output } = await runOps(runtime, 'access', 'grant', '--csv', file, '--skip-bad');
      expect(output).toContain(`${before} rows were done before`);
      expect(output).toContain(`[${'#'.repeat(30)}] ${left} of ${left}, 100 %`);
      expect(output).toContain(`${left} done, 0 failed, 0 not begun, ${bad} wrong and left out.`);
    };
    const mailed = async () => {
      const { items } = await runtime.local<{ items: { shopId: string }[] }>('GET', 'messages');
      return items.map(({ shopId }) => shopId);
    };
    let mailedBefore: readonly string[] = [];

    it('is killed halfway, with the product, and goes on where it was', async () => {
      if (alone) await killRun(0.25);
      await killRun(0.5, () =>
        runtime.local('POST', 'faults', [
          { service: 'ses', operation: 'SendEmail', fault: { kind: 'lost_reply' }, times: lostReplies },
        ]),
      );
      await vi.waitFor(async () => expect(await runtime.local('GET', 'faults')).toMatchObject({ items: [] }), {
        ...patientWithProduct,
        interval: 10,
      });
      mailedBefore = await mailed();
      await runtime.kill();
      await start(runtime.port);

      await grantRest();
      const again = await runOps(runtime, 'access', 'grant', '--csv', file, '--skip-bad');
      expect(again.output).toContain(`${shops.length} rows were done before`);
      expect((await runOps(runtime, 'access', 'list')).output).toContain(`${shops.length} shops.`);
    });

    it('has granted each shop once, and told it once but for those in flight at the kill, which are counted', async () => {
      // Whoever had claimed a notice when the product was killed holds it for some minutes more.
      await runtime.local('POST', 'clock', { advanceSeconds: 400 });
      const repeated: string[] = [];
      const look = async (shop: string): Promise<void> => {
        const activity = await table.query(activityKey(shop, '').pk);
        const granted = activity.filter(({ type }) => type === 'Access Granted');
        expect([activity.length, granted.length], shop).toEqual([1, 1]);
        const key = noticeKey(shop, `access.${String(granted[0]?.['sk'])}`);
        const notice = await vi.waitFor(async () => {
          const item = await table.get(key);
          if (item?.['status'] !== 'sent') throw new Error(`${shop} is not told: ${String(item?.['status'])}`);
          return item;
        }, patientWithProduct);
        for (let repeats = Number(notice['repeats']); repeats > 0; repeats--) repeated.push(shop);
      };
      for (let from = 0; from < shops.length; from += looksAtOnce)
        await Promise.all(shops.slice(from, from + looksAtOnce).map(look));
      const after = await mailed();
      expect(new Set(after).size).toBe(after.length);
      const twice = after.filter((shop) => mailedBefore.includes(shop));
      expect(twice.length).toBeGreaterThanOrEqual(lostReplies);
      expect(repeated).toEqual(expect.arrayContaining(twice));
      expect(repeated.length).toBeLessThanOrEqual(mostNoticesInFlight + lostReplies);
    });
  });
}

/** The table behind the AWS endpoint, as ops may read it. */
function openTable({ endpointUrl }: LocalRuntime) {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: endpointUrl,
      region: 'us-east-1',
      credentials: { accessKeyId: 'ops', secretAccessKey: 'local' },
    }),
  );
  return {
    async query(pk: string) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: 'ssc-local',
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
        }),
      );
      return Items;
    },
    get: async (key: Key) =>
      (await client.send(new GetCommand({ TableName: 'ssc-local', Key: key, ConsistentRead: true }))).Item,
  };
}
