import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { linkGroupChanged } from '../../../local/demo/marketplace.ts';
import { patientWithProduct } from '../../builders/patience.ts';
import { buyerWithOrder, publish } from '../grant-access.ts';
import { askGate, newBlock, openShop, untilFound } from '../seller-client.ts';
import type { Shop } from '../seller-client.ts';
import { startLocal } from '../start-local.ts';
import type { LocalRuntime } from '../start-local.ts';

const shopId = 'shop-1';
const archive = fileURLToPath(new URL('data-0.1.tgz', import.meta.url));
const checksOf = (buyers: readonly string[]) => buyers.map((buyerId) => ({ shopId, buyerId }));

/** Orders of one buyer after the other, and the gate asked about those whose answer never changes, until it is stopped. */
function startTraffic(runtime: LocalRuntime) {
  let goesOn = true;
  let orders = 0;
  const wrong: string[] = [];
  const work = (async () => {
    while (goesOn) {
      await publish(runtime, buyerWithOrder(shopId, `passer-by-${++orders}`, `passer.by.${orders}`));
      const answers = await askGate(runtime, checksOf(['buyer-1', 'buyer-3', 'buyer-4', `passer-by-${orders}`]));
      const decisions = answers.map(({ decision }) => decision).join();
      if (decisions !== 'deny,deny,allow,allow') wrong.push(decisions);
    }
  })();
  return {
    async end() {
      goesOn = false;
      await work;
      return { orders, wrong };
    },
  };
}

describe('a data folder that the version before has written', () => {
  let folder = '';
  let runtime: LocalRuntime;
  let shop: Shop;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssc-stored-'));
    const unpacked = spawnSync('tar', ['-xzf', archive, '-C', folder], { encoding: 'utf8' });
    if (unpacked.status !== 0) throw new Error(`tar: ${unpacked.stderr}`);
    runtime = await startLocal({ args: ['--data', folder] });
    shop = openShop(runtime, shopId);
  });
  afterAll(async () => {
    await runtime?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const untilDecided = (buyers: readonly string[], decision: string) =>
    vi.waitFor(async () => {
      const answers = await askGate(runtime, checksOf(buyers));
      expect(answers.map((answer) => answer.decision)).toEqual(buyers.map(() => decision));
    }, patientWithProduct);

  it('keeps working under traffic: its blocks guard, change and end, its links are followed, its waiver stands', async () => {
    const traffic = startTraffic(runtime);

    const { body: list } = await shop.seller('GET', 'blocks');
    expect(list['items']).toMatchObject([
      { buyerId: 'buyer-5', username: 'Peggy', scope: 'user_id_only', revision: 1 },
      { buyerId: 'buyer-1', username: 'Mallory', note: 'kept note', coverage: { guarded: 3, total: 3 } },
    ]);
    expect(await shop.seller('GET', 'access')).toMatchObject({
      status: 200,
      body: { state: 'active', timeZone: 'Europe/Berlin', blocks: { used: 2, limit: 100 } },
    });
    const found = await shop.seller('GET', 'buyers?username=Mallory');
    expect(found.body).toMatchObject({ buyerId: 'buyer-1', linkedAccounts: 2, openOrders: 1, isBlocked: true });
    await untilDecided(['buyer-1', 'buyer-2', 'buyer-3', 'buyer-5'], 'deny');

    // Who joins a group of before is guarded by the block of before, and who leaves it is free.
    const members = ['buyer-1', 'buyer-3', 'buyer-6'];
    await publish(runtime, [linkGroupChanged({ groupId: 'group-1', buyerIds: members, revision: 2 })]);
    await untilDecided(['buyer-6'], 'deny');
    await untilDecided(['buyer-2'], 'allow');

    // A block of before is changed, ends, and comes anew.
    const narrowed = await shop.seller('PATCH', 'blocks/buyer-5', { note: 'looked at again' });
    expect(narrowed).toMatchObject({ status: 200, body: { note: 'looked at again', revision: 2 } });
    expect((await shop.seller('DELETE', 'blocks/buyer-5')).status).toBe(204);
    await untilDecided(['buyer-5'], 'allow');
    const again = await shop.seller('POST', 'blocks', newBlock('buyer-5', { username: 'Peggy' }));
    expect(again).toMatchObject({ status: 201, body: { revision: 1 } });
    await untilDecided(['buyer-5'], 'deny');

    const waiver = await runtime.signedFetch(
      'performance-service',
      `/v1/performance/waivers?shopId=${shopId}&subjectType=order&subjectId=order-4`,
    );
    expect(await waiver.json()).toMatchObject({ waived: true, status: 'granted' });
    const risk = await shop.seller('GET', 'orders/order-5/risk');
    expect(risk.body).toMatchObject({ tagged: true, alert: { buyer: { buyerId: 'buyer-5', username: 'Peggy' } } });
    const { body: activity } = await shop.seller('GET', 'activity?limit=100');
    expect(JSON.stringify(activity['items'])).toContain('Penalty Waived');
    expect((await openShop(runtime, 'shop-2').seller('GET', 'access')).body).toMatchObject({ state: 'terminated' });

    const { orders, wrong } = await traffic.end();
    expect(wrong).toEqual([]);
    await untilFound(shop, [`passer.by.${orders}`]);
  });
});
