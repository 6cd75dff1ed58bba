import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../../builders/patience.ts';
import { linkGroupChanged, orderStatusChanged } from '../../../local/demo/marketplace.ts';
import type { MarketplaceEvent } from '../../../local/demo/marketplace.ts';
import { orderRiskFlagged, refundRiskFlagged, refundStatusChanged } from '../../../local/demo/risk-events.ts';
import { startLiveClient } from '../../builders/worlds/live-client.ts';
import type { LiveTicket } from '../../builders/worlds/live-client.ts';
import { grantAccess, publish } from '../grant-access.ts';
import { newBlock } from '../seller-client.ts';
import { startLocal } from '../start-local.ts';
import type { LocalRuntime } from '../start-local.ts';
import { lookEverywhere } from './look-everywhere.ts';
import type { Everywhere } from './look-everywhere.ts';
import { kindsForEver } from './kinds-for-ever.ts';

const [shopId, otherShop] = ['7494049642642441970', '7494049642642441971'];
const [root, racers] = ['root', Array.from({ length: 5 }, (_, index) => `racer-${index}`)];
/** Stands in every username, note, avatar and reason that is sent; and what stands in the address of the shop. */
const [canary, addressCanary] = ['KANARI', 'BRIEFKASTEN'];
const username = `${canary}-name`;
const day = 86_400;

const amount = { value: '10.00', currency: 'USD' };
const now = () => new Date().toISOString();
const orderOf = (shop: string, buyerId: string, orderId = `o-${buyerId}`) => ({
  ...{ shopId: shop, orderId, buyerId, status: 'AWAITING_SHIPMENT', createdAt: now(), updatedAt: now(), amount },
});
const identity = (type: string, detail: object): MarketplaceEvent => ({
  source: 'marketplace.identity',
  type,
  detail: { ...detail },
});
const profile = (buyerId: string, overrides: object = {}) =>
  identity('Buyer Profile Changed', {
    ...{ buyerId, username, avatarUrl: `https://cdn.example/${canary}.png`, revision: 1, ...overrides },
  });
const erased = (buyerId: string) => identity('Buyer Erased', { buyerId });

describe('an erased buyer', () => {
  let runtime: LocalRuntime;
  let everywhere: Everywhere;
  const news: unknown[] = [];
  let stopListening = (): Promise<void> => Promise.resolve();

  async function seller(method: string, path: string, body?: unknown, { shop = shopId, key = '' } = {}) {
    // Each lookup is another owner's: who waits for a buyer may not come to the limit of one seller.
    const subject = path.startsWith('buyers?') ? { subject: `seller-${randomUUID()}` } : {};
    const response = await fetch(`${runtime.httpUrl}/v1/shops/${shop}/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await runtime.token({ ...subject, shops: [`${shop}:owner`] })}`,
        'content-type': 'application/json',
        ...(key === '' ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }
  const until = (path: string, is: object) =>
    vi.waitFor(async () => {
      const { body } = await seller('GET', path);
      expect(body).toMatchObject({ alert: is });
      return body['alert'] as { alertId: string };
    }, patientWithProduct);
  const block = (overrides: object = {}) =>
    newBlock(root, { username, reason: 'other', note: `${canary} first note`, ...overrides });
  const exempt = (buyerId: string) => seller('POST', 'exemptions', { buyerId, username, note: `${canary} of hers` });
  const [exemptRacer = '', ...others] = racers;
  const linked = block({ scope: 'linked_user_ids' });
  const changed = { note: `${canary} second note`, duration: 'permanent' };

  beforeAll(async () => {
    runtime = await startLocal();
    everywhere = lookEverywhere(runtime);
    await grantAccess(runtime, shopId, { notify: { channel: 'email', address: `ada@${addressCanary}.example` } });
    const members = [{ subject: 'ada', role: 'owner' }];
    await grantAccess(runtime, otherShop, { notify: { channel: 'seller_center_message' }, members });
    await publish(runtime, [
      erased('never-known'),
      ...[root, ...racers].map((buyerId) => profile(buyerId)),
      ...[root, ...racers].map((buyerId) => orderStatusChanged(orderOf(shopId, buyerId))),
      orderStatusChanged(orderOf(otherShop, root, 'o-other')),
      // What the contract does not know is not kept.
      orderStatusChanged({ ...orderOf(shopId, root, 'o-more'), ...{ buyerName: username } }),
      linkGroupChanged({ groupId: 'g', buyerIds: [root, 'linked'], revision: 1 }),
    ]);
    const client = await startLiveClient({
      async ticket() {
        const { status, body } = await seller('POST', 'live-ticket');
        if (status !== 201) throw new Error(`no ticket: ${status}`);
        return body as unknown as LiveTicket;
      },
      onNews: (one) => void news.push(one),
    });
    stopListening = () => client.close();
    await vi.waitUntil(async () => {
      const { body } = await seller('GET', 'buyers?orderId=o-more');
      const others = await Promise.all([
        seller('GET', 'buyers?orderId=o-other', undefined, { shop: otherShop }),
        ...racers.map((buyerId) => seller('GET', `buyers?orderId=o-${buyerId}`)),
      ]);
      const known = [body, ...others.map((other) => other.body)].every((buyer) => buyer['username'] === username);
      return known && body['linkedAccounts'] === 1 && body['openOrders'] === 2;
    }, patientWithProduct);
  });
  afterAll(async () => {
    await stopListening();
    everywhere.close();
    await runtime.stop();
  });

  it('stands, until the erasure, on the profile, on blocks, and on why support lifted one', async () => {
    // A username is looked up under more names than one, and shows in a query.
    await vi.waitFor(
      async () => expect((await seller('GET', `buyers?username=${username}`)).status).toBe(409),
      patientWithProduct,
    );
    expect((await seller('POST', 'blocks', linked, { key: 'k1' })).status).toBe(201);
    expect((await seller('PATCH', `blocks/${root}`, changed, { key: 'k2' })).status).toBe(200);
    expect((await exempt(exemptRacer)).status).toBe(201);
    for (const step of ['lifted', 'kept']) {
      expect((await seller('POST', 'blocks', block(), { shop: otherShop })).status, step).toBe(201);
      if (step === 'kept') break;
      const lift = { agent: 'agent-7', reason: `${canary} showed papers` };
      const path = `/v1/support/shops/${otherShop}/blocks/${root}`;
      expect((await runtime.signedFetch('support', path, { method: 'DELETE', body: lift })).status).toBe(204);
    }
    // On a busy machine an answer can be degraded, which stops an order and records none.
    await vi.waitFor(async () => {
      await runtime.signedFetch('order-service', '/v1/gate/decisions', {
        body: { checks: [{ shopId, buyerId: root }] },
      });
      expect((await everywhere.told()).includes('Order Stopped')).toBe(true);
    }, patientWithProduct);

    const refund = { ...orderOf(shopId, root), refundId: 'r1' };
    const risk = { reasons: ['high_cancellation_rate'], flaggedAt: now() };
    await publish(runtime, [
      orderRiskFlagged(orderOf(shopId, root), risk),
      refundRiskFlagged(refund, risk),
      // These two stay open, so that each shop has something to be told of.
      orderRiskFlagged(orderOf(shopId, root, 'o-more'), risk),
      orderRiskFlagged(orderOf(otherShop, root, 'o-other'), risk),
    ]);
    const { alertId } = await until(`orders/o-${root}/risk`, { status: 'open', buyer: { username } });
    const { alertId: refundAlert } = await until('refunds/r1/risk', { status: 'open' });
    expect((await seller('POST', `alerts/${alertId}/cancel-order`, {}, { key: 'k3' })).status).toBe(202);
    expect((await seller('POST', `alerts/${refundAlert}/reject-refund`, {}, { key: 'k4' })).status).toBe(202);
    await publish(runtime, [
      orderStatusChanged({ ...orderOf(shopId, root), status: 'CANCELLED' }),
      refundStatusChanged({ ...refund, status: 'REFUND_OR_RETURN_REQUEST_REJECT', updatedAt: now() }),
    ]);
    await until(`orders/o-${root}/risk`, { status: 'resolved', waiver: { status: 'granted' } });
    await until('refunds/r1/risk', { status: 'resolved', waiver: { status: 'granted' } });
    await until('orders/o-more/risk', { status: 'open' });
    // An invitation each, and a digest each once its time has come.
    await runtime.local('POST', 'clock', { advanceSeconds: 15 });
    await vi.waitFor(
      async () => expect((await everywhere.messages()).length).toBeGreaterThanOrEqual(4),
      patientWithProduct,
    );

    expect(await everywhere.kindsHolding(canary)).toEqual(['BUYER PROFILE', 'LIFTED', 'SHOP BLOCK', 'SHOP EXEMPT']);
    expect(await everywhere.kindsHolding(addressCanary)).toEqual(['SHOP ACCESS']);
  });

  it('is in no item of the table afterwards, whatever crosses the erasure or comes behind it', async () => {
    const [blocked, exempted] = [others.slice(2), others.slice(0, 2)];
    const crossing = blocked.map((buyerId) => seller('POST', 'blocks', { ...block(), buyerId }));
    crossing.push(...exempted.map(exempt));
    const [answers] = await Promise.all([
      Promise.all(crossing),
      publish(runtime, racers.map(erased)),
      publish(runtime, [erased(root), profile(root, { revision: 2 }), erased(root)]),
      seller('PATCH', `blocks/${root}`, { note: `${canary} third note` }),
    ]);
    for (const { status } of answers) expect([201, 404]).toContain(status);
    await publish(runtime, [profile('never-known'), profile(root, { revision: 99, username: `${canary} renamed` })]);
    await vi.waitFor(async () => expect(await everywhere.kindsHolding(canary)).toEqual([]), patientWithProduct);

    expect((await seller('PATCH', `blocks/${root}`, { note: `${canary} fourth note` })).status).toBe(400);
    const repeated = [
      await seller('POST', 'blocks', linked, { key: 'k1' }),
      await seller('PATCH', `blocks/${root}`, changed, { key: 'k2' }),
    ];
    expect(repeated.map(({ status }) => status)).toEqual([201, 200]);
    const ones = [`blocks/${root}`, `exemptions/${exemptRacer}`, `orders/o-${root}/risk`];
    for (const page of [...ones, 'blocks', 'exemptions', 'activity', 'alerts', 'waivers'])
      repeated.push(await seller('GET', page));
    for (const { status, text } of repeated) expect([status < 300, text.includes(canary)]).toEqual([true, false]);
    for (const name of [username, `${canary} renamed`])
      expect((await seller('GET', `buyers?username=${encodeURIComponent(name)}`)).status).toBe(404);
    const support = await runtime.signedFetch('support', `/v1/support/buyers/${root}/blocks`);
    expect(await support.text()).not.toContain(canary);
    // The block itself stands: it needs no name.
    expect((await seller('GET', `blocks/${root}`)).body).toMatchObject({ buyerId: root, reason: 'other' });
    expect(await everywhere.kindsHolding(canary)).toEqual([]);
  });

  it('stays in dead letters as long as these say, and no longer', async () => {
    const conflicting = orderStatusChanged({ ...orderOf(shopId, 'linked', `o-${root}`), ...{ buyerName: username } });
    await publish(runtime, [
      profile(root, { avatarUrl: `http://cdn.example/${canary}.png`, revision: 'many' }),
      identity('Buyer Profile changed', { buyerId: root, username }),
      conflicting,
    ]);
    const letters = ['buyer-profiles-dead-letters', 'unrouted-events', 'orders-dead-letters'] as const;
    const held = async () => {
      const bodies = await Promise.all(letters.map((name) => everywhere.letters(name)));
      return bodies.map((some) => some.filter((body) => body.includes(canary)).length);
    };
    await vi.waitFor(async () => expect(await held()).toEqual([1, 1, 1]), patientWithProduct);
    await vi.waitFor(async () => {
      expect(await everywhere.filled()).toEqual(Object.fromEntries(letters.map((name) => [name, 1])));
    }, patientWithProduct);
    await runtime.local('POST', 'clock', { advanceSeconds: 7 * day });
    expect(await held()).toEqual([0, 0, 1]);
    await runtime.local('POST', 'clock', { advanceSeconds: 7 * day });
    await vi.waitFor(async () => expect(await everywhere.filled()).toEqual({}), patientWithProduct);
    expect(await everywhere.kindsHolding(canary)).toEqual([]);
  });

  it('was named in no log line, event of ours, message to people or live news', async () => {
    expect(news.length).toBeGreaterThan(0);
    const [told, messages] = [await everywhere.told(), await everywhere.messages()];
    for (const type of ['Buyer Blocked', 'Buyer Exempted', 'Buyer Unblocked', 'Order Stopped', 'Penalty Waived'])
      expect(told.includes(type), type).toBe(true);
    const calls = JSON.stringify(await runtime.local('GET', 'calls'));
    for (const text of [runtime.output(), told, JSON.stringify(news), calls, ...messages]) {
      expect(text.includes(canary)).toBe(false);
      expect(text.includes(addressCanary)).toBe(false);
    }
  });

  it('leaves a shop’s address on its access alone, and a changed one nowhere', async () => {
    await grantAccess(runtime, shopId, { state: 'terminated' });
    expect(await everywhere.kindsHolding(addressCanary)).toEqual(['SHOP ACCESS']);
    await grantAccess(runtime, shopId, { state: 'terminated', notify: { channel: 'seller_center_message' } });
    expect(await everywhere.kindsHolding(addressCanary)).toEqual([]);
  });

  it('leaves behind, for ever, only what is meant to stay', async () => {
    expect(await kindsForEver(everywhere)).toEqual({ unstated: [], unseen: [] });
  });
});
