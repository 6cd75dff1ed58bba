import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { askGate, openShop, untilFound } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441700';
const buyerId = '7495831048219945100';
const username = 'Mira.Sews';

describe('the first five minutes', () => {
  let runtime: LocalRuntime;
  let token = '';
  beforeAll(async () => {
    runtime = await startLocal();
    token = await runtime.token({ shops: [`${shopId}:owner`] });
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const seller = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${runtime.httpUrl}/v1/shops/${shopId}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown>,
    };
  };
  const ask = async () => (await askGate(runtime, [{ shopId, buyerId }]))[0];

  it('opens a shop that ops gave access to, and no other', async () => {
    expect(await seller('GET', 'blocks')).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
    await grantAccess(runtime, shopId);
    expect(await seller('GET', 'blocks')).toMatchObject({ status: 200, body: { items: [] } });
  });

  it('finds a buyer by exact username, and not in another case', async () => {
    await publish(runtime, buyerWithOrder(shopId, buyerId, username));
    await untilFound(openShop(runtime, shopId), [username]);
    await vi.waitFor(
      async () =>
        expect((await openShop(runtime, shopId).seller('GET', `buyers?username=${username}`)).body).toMatchObject({
          openOrders: 1,
        }),
      patientWithProduct,
    );
    expect(await seller('GET', `buyers?username=${username}`)).toMatchObject({
      status: 200,
      body: { buyerId, username, openOrders: 1 },
    });
    expect(await seller('GET', `buyers?username=${username.toLowerCase()}`)).toMatchObject({
      status: 404,
      body: { code: 'buyer_not_found' },
    });
  });

  it('blocks the buyer: the gate denies, until the block is removed', async () => {
    expect(await ask()).toMatchObject({ decision: 'allow', degraded: false });
    const block = { buyerId, username, reason: 'malicious_refund', scope: 'user_id_only', duration: '90_days' };
    const added = await seller('POST', 'blocks', block);
    expect(added.status).toBe(201);
    expect(added.headers.get('location')).toBe(`/v1/shops/${shopId}/blocks/${buyerId}`);
    expect(await ask()).toMatchObject({ decision: 'deny', degraded: false });

    expect((await seller('DELETE', `blocks/${buyerId}`)).status).toBe(204);
    expect(await ask()).toMatchObject({ decision: 'allow', degraded: false });
  });

  it('publishes what happened', async () => {
    await vi.waitFor(async () => {
      const { items } = await runtime.local<{ items: { source: string; 'detail-type': string }[] }>('GET', 'events');
      const own = items.filter(({ source }) => source === 'ssc').map((event) => event['detail-type']);
      expect(own).toEqual(expect.arrayContaining(['Access Granted', 'Buyer Blocked', 'Buyer Unblocked']));
    }, patientWithProduct);
  });

  it('ends with Ctrl-C and leaves nothing on its ports', async () => {
    const other = await startLocal();
    expect(await other.stop()).toBe(0);
    await expect(fetch(other.httpUrl)).rejects.toThrow('fetch failed');
    await expect(fetch(other.endpointUrl)).rejects.toThrow('fetch failed');
  });
});
