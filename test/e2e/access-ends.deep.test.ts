import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { linkGroupChanged } from '../../local/demo/marketplace.ts';
import { localSigner, signedFetch } from '../../clients/signed-fetch.ts';
import { askUntilSure } from './ask-until-sure.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';
import { runOps } from './storm/run-ops.ts';

const shopId = '7494049642642441950';
const dayInSeconds = 86_400;
const accountsPerGroup = 1000;
const sampleSize = 1000;

interface Blocked {
  readonly root: string;
  readonly linked: readonly string[];
  readonly duration: '90_days' | 'permanent';
}

/** Ten with all their accounts, ninety alone; every other one for ninety days. */
const blocked: readonly Blocked[] = Array.from({ length: 100 }, (_, index) => {
  const root = `root-${index}`;
  const linked = Array.from({ length: index < 10 ? accountsPerGroup - 1 : 0 }, (_unused, nth) => `${root}-${nth}`);
  return { root, linked, duration: index % 2 === 0 ? '90_days' : 'permanent' };
});
const groups = blocked.filter(({ linked }) => linked.length > 0);

describe('the end of an access with 100 blocks, ten of them on 1,000 accounts each', () => {
  let runtime: LocalRuntime;
  let shop: Shop;
  const sample = takeSample();
  const unexpired = new Set(sample.filter(({ duration }) => duration === 'permanent').map(({ buyerId }) => buyerId));

  beforeAll(async () => {
    runtime = await startLocal();
    shop = openShop(runtime, shopId);
    const opened = await ops('grant', '--new', '--zone', 'UTC', '--blocks', '100', '--new-blocks-per-day', '100');
    if (!opened.output.includes('100 blocks, 100 new a day')) throw new Error(`granting access: ${opened.output}`);
    for (const { root } of blocked) await publish(runtime, buyerWithOrder(shopId, root, `name-${root}`));
    for (const { root, linked } of groups)
      await publish(runtime, [linkGroupChanged({ groupId: `of-${root}`, buyerIds: [root, ...linked], revision: 1 })]);
    for (const { root, linked } of blocked) {
      await until(async () => {
        const { body } = await shop.seller('GET', `buyers?username=name-${root}`);
        return body['linkedAccounts'] === linked.length;
      });
    }
  }, 600_000);
  afterAll(async () => {
    await runtime?.stop();
  });

  const ops = (command: 'grant' | 'terminate', ...more: readonly string[]) =>
    runOps(runtime, 'access', command, '--shop', shopId, ...more);
  /** Whom the gate denies, each asked alone over HTTP, or all in direct invokes of 50; no answer may be a guess. */
  const denied = async (way: 'alone' | 'fifty') => {
    const size = way === 'alone' ? 1 : 50;
    const calls = Array.from({ length: sample.length / size }, (_, nth) => sample.slice(nth * size, (nth + 1) * size));
    const found: string[] = [];
    for (let from = 0; from < calls.length; from += 4) {
      const asked = calls.slice(from, from + 4).map((buyers) => buyers.map(({ buyerId }) => buyerId));
      const answers = await Promise.all(
        asked.map((buyers) => (way === 'alone' ? shop.ask(buyers) : invokeGate(runtime, buyers))),
      );
      for (const [nth, decisions] of answers.entries()) {
        expect(decisions).toHaveLength(asked[nth]?.length ?? 0);
        expect(decisions.some(({ degraded }) => degraded)).toBe(false);
        found.push(...(asked[nth] ?? []).filter((_, at) => decisions[at]?.decision === 'deny'));
      }
    }
    return new Set(found);
  };
  const everybody = new Set(sample.map(({ buyerId }) => buyerId));

  it('blocks 100 buyers in a day, and with them 10,000 accounts', async () => {
    for (const { root, linked, duration } of blocked) {
      const scope = linked.length > 0 ? 'linked_user_ids' : 'user_id_only';
      expect((await shop.seller('POST', 'blocks', newBlock(root, { scope, duration }))).status).toBe(201);
    }
    for (const { root } of groups) {
      await until(async () => {
        const { coverage } = (await shop.seller('GET', `blocks/${root}`)).body as { coverage: { state: string } };
        return coverage.state === 'complete';
      });
      expect((await shop.seller('GET', `blocks/${root}`)).body).toMatchObject({
        coverage: { state: 'complete', guarded: accountsPerGroup, total: accountsPerGroup },
      });
    }
    expect(sample).toHaveLength(sampleSize);
    expect(await denied('alone')).toEqual(everybody);
  }, 600_000);

  it('allows 1,000 of 1,000 after the answer to terminate', async () => {
    await grantAccess(runtime, shopId, { state: 'terminated' });
    expect(await denied('alone')).toEqual(new Set());
    expect(await denied('fifty')).toEqual(new Set());
    expect(await shop.seller('GET', 'blocks')).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
  });

  it('denies all of them after the answer to the next grant', async () => {
    await grantAccess(runtime, shopId);
    expect(await denied('fifty')).toEqual(everybody);
    expect(await denied('alone')).toEqual(everybody);
  });

  it('denies those alone that have not expired, when 91 days passed in between', async () => {
    expect((await ops('terminate', '--reason', 'over')).code).toBe(0);
    expect(await denied('fifty')).toEqual(new Set());
    await runtime.local('POST', 'clock', { advanceSeconds: 91 * dayInSeconds });
    expect(await denied('fifty')).toEqual(new Set());
    expect((await ops('grant')).code).toBe(0);
    expect(unexpired.size).toBe(sampleSize / 2);
    expect(await denied('alone')).toEqual(unexpired);
    expect((await shop.seller('GET', 'access')).body).toMatchObject({ blocks: { used: 50, limit: 100 } });

    await runtime.local('POST', 'ttl-sweep');
    expect(await denied('fifty')).toEqual(unexpired);
    const listed = (await shop.seller('GET', 'blocks?limit=100')).body['items'] as { duration: string }[];
    expect(listed.map(({ duration }) => duration)).toEqual(Array.from({ length: 50 }, () => 'permanent'));
  });
});

/** The ninety, the ten roots and ninety accounts of each of their groups, spread over the group. */
function takeSample(): readonly { readonly buyerId: string; readonly duration: Blocked['duration'] }[] {
  const perGroup = (sampleSize - blocked.length) / groups.length;
  return blocked.flatMap(({ root, linked, duration }) => {
    const spread = Array.from({ length: linked.length > 0 ? perGroup : 0 }, (_, nth) => {
      return linked[Math.floor((nth * linked.length) / perGroup)] ?? '';
    });
    return [root, ...spread].map((buyerId) => ({ buyerId, duration }));
  });
}

interface Decision {
  readonly decision: string;
  readonly degraded: boolean;
}

/** The gate as order services reach it without HTTP. */
function invokeGate(runtime: LocalRuntime, buyerIds: readonly string[]): Promise<readonly Decision[]> {
  const checks = buyerIds.map((buyerId) => ({ shopId, buyerId }));
  return askUntilSure(checks, async (some) => {
    const url = `${runtime.endpointUrl}/2015-03-31/functions/ssc-local-gate/invocations`;
    const init = { method: 'POST', body: { checks: some } };
    const response = await signedFetch(localSigner('order-service', 'lambda'), url, init);
    return ((await response.json()) as { decisions: readonly Decision[] }).decisions;
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  await vi.waitFor(async () => {
    if (!(await holds())) throw new Error('It is not so yet.');
  }, patientWithProduct);
}
