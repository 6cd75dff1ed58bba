import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop, untilFound } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441800';
const dayInSeconds = 86_400;
const buyers = Array.from({ length: 112 }, (_, index) => `buyer-${index}`);

describe('limits of sellers, through the HTTP front end', () => {
  let runtime: LocalRuntime;
  let shop: Shop;
  beforeAll(async () => {
    runtime = await startLocal();
    shop = openShop(runtime, shopId);
    await grantAccess(runtime, shopId);
    for (const buyerId of buyers) await publish(runtime, buyerWithOrder(shopId, buyerId, `name-${buyerId}`));
    await untilFound(
      shop,
      buyers.map((buyerId) => `name-${buyerId}`),
    );
    // Begins with a day: midnight may not fall into it.
    const { now } = await runtime.local<{ now: string }>('GET', 'clock');
    await advance(dayInSeconds - Math.floor((Date.parse(now) / 1000) % dayInSeconds));
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const advance = (seconds: number) => runtime.local('POST', 'clock', { advanceSeconds: seconds });
  const block = (index: number) => shop.seller('POST', 'blocks', newBlock(buyers[index] ?? ''));

  it('lets a seller look up 60 buyers a minute, found or not, and says when to go on', async () => {
    const look = async (username: string, subject: string) => {
      const token = await runtime.token({ subject, shops: [`${shopId}:viewer`] });
      return fetch(`${runtime.httpUrl}/v1/shops/${shopId}/buyers?username=${username}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    };
    const inOneMinute = async (subject: string) => {
      const began = performance.now();
      const asked = Array.from({ length: 64 }, (_, index) => look(`name-buyer-${index * 2}`, subject));
      const answers = await Promise.all(asked);
      return performance.now() - began < 60_000 ? answers : undefined;
    };
    // What takes longer than a minute says nothing of its limit: it is tried by somebody else.
    let subject = '';
    let answers: readonly Response[] | undefined;
    for (let attempt = 0; answers === undefined; attempt++)
      answers = await inOneMinute((subject = `curious-${attempt}`));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(4);
    const seconds = Number(refused[0]?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await refused[0]?.json()).toMatchObject({ code: 'too_many_requests' });
    await advance(seconds);
    expect((await look('name-buyer-0', subject)).status).toBe(200);
  });

  it('refuses the 11th new block of a day until the next midnight of the shop', async () => {
    for (let index = 0; index < 10; index++) expect((await block(index)).status).toBe(201);
    const refused = await block(10);
    expect(refused).toMatchObject({ status: 409, body: { code: 'daily_block_limit_reached' } });
    const { now } = await runtime.local<{ now: string }>('GET', 'clock');
    expect(refused.body['resetsAt']).toBe(
      `${new Date(Date.parse(now) + dayInSeconds * 1000).toISOString().slice(0, 10)}T00:00:00.000Z`,
    );
  });

  it('refuses the 101st live block, days later', async () => {
    for (let day = 1; day < 10; day++) {
      await advance(dayInSeconds);
      for (let index = day * 10; index < day * 10 + 10; index++) expect((await block(index)).status).toBe(201);
    }
    await advance(dayInSeconds);
    expect(await block(100)).toMatchObject({ status: 409, body: { code: 'block_list_full' } });
    expect((await shop.seller('GET', 'access')).body).toMatchObject({
      blocks: { used: 100, limit: 100 },
      newBlocksToday: { used: 0 },
    });
  });

  it('has the place and the buyer free 91 days after the first blocks, before the TTL deletion and after it', async () => {
    expect((await shop.ask([buyers[0] ?? '']))[0]).toMatchObject({ decision: 'deny' });
    await advance(81 * dayInSeconds);
    // No item was deleted yet: nothing but the clock says that the first day's blocks are over.
    expect((await shop.ask([buyers[0] ?? '']))[0]).toMatchObject({ decision: 'allow', degraded: false });
    expect((await shop.ask([buyers[99] ?? '']))[0]).toMatchObject({ decision: 'deny' });
    expect((await block(100)).status).toBe(201);
    expect((await shop.seller('GET', `blocks/${buyers[0]}`)).status).toBe(404);

    // Whether by this sweep or by the one behind the clock: the late deletion takes the expired, and only them.
    await runtime.local('POST', 'ttl-sweep');
    expect((await shop.ask([buyers[0] ?? '']))[0]).toMatchObject({ decision: 'allow' });
    expect((await shop.ask([buyers[100] ?? '']))[0]).toMatchObject({ decision: 'deny' });
    expect((await block(0)).status).toBe(201);
    expect((await shop.ask([buyers[0] ?? '']))[0]).toMatchObject({ decision: 'deny' });
  });
});
