import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import { WebSocket } from 'ws';
import type { MarketplaceEvent } from '../../local/demo/marketplace.ts';
import type { NewsFrame } from '../../shared/contracts/http/live.ts';
import { startLiveClient } from '../builders/worlds/live-client.ts';
import type { LiveClient, LiveTicket } from '../builders/worlds/live-client.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441900';
const otherShop = '7494049642642441901';
const buyerId = '7495831048219945900';
const patient = { ...patientWithProduct, interval: 20 };

describe('live', () => {
  let runtime: LocalRuntime;
  const clients: LiveClient[] = [];
  beforeAll(async () => {
    runtime = await startLocal();
    await Promise.all([grantAccess(runtime, shopId), grantAccess(runtime, otherShop)]);
    await publish(runtime, buyerWithOrder(shopId, buyerId, `name-${buyerId}`));
    await vi.waitUntil(async () => {
      const { status } = await openShop(runtime, shopId).seller('GET', `buyers?username=name-${buyerId}`);
      return status === 200;
    }, patient);
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await runtime.stop();
  });

  const ticketOf = async (shop: string): Promise<LiveTicket> => {
    const { status, body } = await openShop(runtime, shop).seller('POST', 'live-ticket');
    if (status !== 201) throw new Error(`no ticket: ${status}`);
    return body as unknown as LiveTicket;
  };
  const flagOf = (orderId: string, buyer = buyerId): MarketplaceEvent => ({
    source: 'marketplace.risk',
    type: 'Order Risk Flagged',
    detail: {
      shopId,
      orderId,
      buyerId: buyer,
      reasons: ['high_cancellation_rate'],
      flaggedAt: new Date().toISOString(),
    },
  });
  const listen = async (shop = shopId) => {
    const news: (NewsFrame & { readonly heardAt: number })[] = [];
    const client = await startLiveClient({
      ticket: () => ticketOf(shop),
      onNews: (one) => void news.push({ ...one, heardAt: Date.now() }),
    });
    clients.push(client);
    await vi.waitFor(() => expect(client.isCaughtUp()).toBe(true), patient);
    return { client, news };
  };
  /** The status that answers a handshake. */
  const handshake = ({ url, ticket }: LiveTicket, headers: Record<string, string> = {}): Promise<number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${url}?ticket=${ticket}`, { headers });
      socket.on('open', () => {
        socket.close();
        resolve(101);
      });
      socket.on('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
      socket.on('error', reject);
    });

  it('tells a shop of its alerts and blocks within a second, and no other shop', async () => {
    const [mine, other] = [await listen(), await listen(otherShop)];
    const seller = openShop(runtime, shopId);
    // The first of all starts the workers.
    expect((await seller.seller('POST', 'blocks', newBlock(buyerId))).status).toBe(201);
    await vi.waitFor(() => expect(mine.news).toHaveLength(1), patient);
    expect(mine.news[0]).toMatchObject({ type: 'block.changed', data: { change: 'blocked', buyerId } });

    // A busy machine only makes it longer: one that is in time shows what the product takes.
    const reasons = ['harassment', 'suspected_fraud', 'order_abuse'] as const;
    let fastest = Number.POSITIVE_INFINITY;
    for (let change = 1; change <= 30 && (change <= reasons.length || fastest > 1000); change++) {
      const reason = reasons[change % reasons.length];
      expect((await seller.seller('PATCH', `blocks/${buyerId}`, { reason })).status).toBe(200);
      const answeredAt = Date.now();
      await vi.waitFor(() => expect(mine.news).toHaveLength(1 + change), patient);
      fastest = Math.min(fastest, (mine.news[change]?.heardAt ?? 0) - answeredAt);
    }
    expect(fastest).toBeLessThan(1000);

    await publish(runtime, [flagOf(`o-${buyerId}`)]);
    await vi.waitFor(
      () => expect(mine.news.at(-1)).toMatchObject({ type: 'alert.raised', data: { subject: { id: `o-${buyerId}` } } }),
      patient,
    );
    expect(JSON.stringify(mine.news)).not.toContain(`name-${buyerId}`);
    expect(other.news).toEqual([]);
  });

  it('lets one ticket open one connection, for pages of its own origin', async () => {
    const ticket = await ticketOf(shopId);
    expect(await handshake(ticket, { origin: 'https://evil.example' })).toBe(403);
    const statuses = await Promise.all([handshake(ticket), handshake(ticket), handshake(ticket)]);
    expect(statuses.toSorted()).toEqual([101, 401, 401]);
    const late = await ticketOf(shopId);
    await runtime.local('POST', 'clock', { advanceSeconds: 31 });
    expect(await handshake(late, { origin: runtime.httpUrl })).toBe(401);
  });

  it('misses nothing and is told nothing twice over 100 cuts', async () => {
    const { client, news } = await listen();
    const begin = client.cursor();
    const orders = Array.from({ length: 150 }, (_, index) => `o-${index}`);
    const flowing = (async () => {
      for (let start = 0; start < orders.length; start += 5) {
        const some = orders.slice(start, start + 5);
        await publish(
          runtime,
          some.map((orderId) => flagOf(orderId, `buyer-of-${orderId}`)),
        );
        await sleep(100);
      }
    })();
    for (let cut = 0; cut < 100; cut += 1) {
      // Most in the middle of things, some before the connection is even open.
      if (cut % 4 > 0) await vi.waitFor(() => expect(client.isOpen()).toBe(true), patient);
      await sleep(Math.random() * 50);
      client.cut();
    }
    await flowing;
    for (let turn = 0; turn < 100 && news.length < orders.length; turn += 1) {
      // On a busy machine a message can fail and be hidden for three minutes of the local clock.
      if (turn > 3) await runtime.local('POST', 'clock', { advanceSeconds: 200 });
      await vi.waitUntil(() => news.length >= orders.length, { timeout: 3000, interval: 20 }).catch(() => undefined);
    }
    await vi.waitFor(() => expect(client.isCaughtUp()).toBe(true), patient);
    expect(news.map(({ cursor }) => Number(cursor))).toEqual(orders.map((_, index) => begin + 1 + index));
    expect(news.map(({ type, data }) => [type, data['orderId']]).toSorted()).toEqual(
      orders.map((orderId) => ['alert.raised', orderId]).toSorted(),
    );
  });

  it('ends with the access of its shop', async () => {
    const { client } = await listen(otherShop);
    await grantAccess(runtime, otherShop, { state: 'terminated' });
    await client.ended;
    await expect(ticketOf(otherShop)).rejects.toThrow('no ticket: 403');
  });
});
