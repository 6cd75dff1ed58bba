import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop, untilFound } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441704';
const buyerId = '7495831048219945104';
const username = 'ninety.days';
const days = 86_400;

describe('time travel', () => {
  let runtime: LocalRuntime;
  let shop: Shop;
  beforeAll(async () => {
    runtime = await startLocal();
    shop = openShop(runtime, shopId);
    await grantAccess(runtime, shopId);
    await publish(runtime, buyerWithOrder(shopId, buyerId, username));
  });
  afterAll(async () => {
    await runtime.stop();
  });

  it('ends a block of 90 days on its day, before and after its deletion', async () => {
    await untilFound(shop, [username]);
    const block = newBlock(buyerId, { username });
    const used = async () => (await shop.seller('GET', 'access')).body['blocks'];
    expect((await shop.seller('POST', 'blocks', block)).status).toBe(201);
    await runtime.local('POST', 'clock', { advanceSeconds: 89 * days });
    expect(await shop.ask([buyerId])).toMatchObject([{ decision: 'deny', degraded: false }]);
    expect(await used()).toMatchObject({ used: 1 });

    await runtime.local('POST', 'clock', { advanceSeconds: 2 * days });
    expect(await shop.ask([buyerId])).toMatchObject([{ decision: 'allow', degraded: false }]);
    expect(await used()).toMatchObject({ used: 0 });
    expect((await shop.seller('GET', `blocks/${buyerId}`)).status).toBe(404);

    await runtime.local('POST', 'ttl-sweep');
    expect(await shop.ask([buyerId])).toMatchObject([{ decision: 'allow', degraded: false }]);
    expect(await used()).toMatchObject({ used: 0 });
    expect((await shop.seller('POST', 'blocks', block)).status).toBe(201);
    expect(await shop.ask([buyerId])).toMatchObject([{ decision: 'deny', degraded: false }]);
  });
});
