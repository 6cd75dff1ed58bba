import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { type LocalRuntime, startLocal } from './start-local.ts';

const shopId = '7494049642642441704';
const buyerId = '7495831048219945104';
const username = 'ninety.days';
const days = 86_400;

describe('time travel', () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal();
    await grantAccess(runtime, shopId);
    await publish(runtime, buyerWithOrder(shopId, buyerId, username));
  });
  afterAll(async () => {
    await runtime.stop();
  });

  /** With a token of the present moment: those of before the journey are expired. */
  const seller = async (method: string, path: string, body?: unknown) => {
    const authorization = `Bearer ${await runtime.token({ shops: [`${shopId}:owner`] })}`;
    return fetch(`${runtime.front}/v1/shops/${shopId}/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };
  const decision = async () => {
    const response = await runtime.signedFetch('order-service', '/v1/gate/decisions', {
      body: { checks: [{ shopId, buyerId }] },
    });
    return ((await response.json()) as { decisions: { decision: string; degraded: boolean }[] }).decisions[0];
  };
  const used = async () => ((await (await seller('GET', 'access')).json()) as { blocks: { used: number } }).blocks.used;

  it('ends a block of 90 days on its day, before and after its deletion', async () => {
    await vi.waitFor(async () => expect((await seller('GET', `buyers?username=${username}`)).status).toBe(200), {
      timeout: 10_000,
      interval: 250,
    });
    const block = { buyerId, username, reason: 'order_abuse', scope: 'user_id_only', duration: '90_days' };
    expect((await seller('POST', 'blocks', block)).status).toBe(201);
    await runtime.local('POST', 'clock', { advanceSeconds: 89 * days });
    expect(await decision()).toMatchObject({ decision: 'deny', degraded: false });
    expect(await used()).toBe(1);

    await runtime.local('POST', 'clock', { advanceSeconds: 2 * days });
    expect(await decision()).toMatchObject({ decision: 'allow', degraded: false });
    expect(await used()).toBe(0);
    expect((await seller('GET', `blocks/${buyerId}`)).status).toBe(404);

    await runtime.local('POST', 'ttl-sweep');
    expect(await decision()).toMatchObject({ decision: 'allow', degraded: false });
    expect(await used()).toBe(0);
    expect((await seller('POST', 'blocks', block)).status).toBe(201);
    expect(await decision()).toMatchObject({ decision: 'deny', degraded: false });
  });
});
