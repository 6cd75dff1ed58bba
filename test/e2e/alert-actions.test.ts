import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patientWithProduct } from '../builders/patience.ts';
import type { MarketplaceEvent } from '../../local/demo/marketplace.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop } from './seller-client.ts';
import type { Shop } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = '7494049642642441950';
const buyerId = '7495831048219945950';
const orderId = `o-${buyerId}`;

interface Alert {
  readonly alertId: string;
  readonly status: string;
  readonly buyer?: { readonly username?: string };
}

describe('acting on alerts, through the HTTP front end', () => {
  let runtime: LocalRuntime;
  let shop: Shop;
  beforeAll(async () => {
    runtime = await startLocal();
    shop = openShop(runtime, shopId);
    await grantAccess(runtime, shopId);
    await publish(runtime, buyerWithOrder(shopId, buyerId, 'Mallory'));
  });
  afterAll(async () => {
    await runtime.stop();
  });

  const flags = { shopId, orderId, buyerId, reasons: ['high_cancellation_rate'], riskScore: 90 };
  const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  const risk = (type: string, detail: object): MarketplaceEvent => ({
    source: 'marketplace.risk',
    type,
    detail: { ...flags, flaggedAt: at(0), respondBy: at(3_600_000), ...detail },
  });
  const answered = (source: MarketplaceEvent['source'], type: string, detail: object) =>
    publish(runtime, [{ source, type, detail: { shopId, ...detail } }]);
  const alertOf = async (page: string) => (await shop.seller('GET', page)).body['alert'] as Alert | undefined;
  const untilIt = (page: string, is: object) =>
    vi.waitFor(async () => {
      const alert = await alertOf(page);
      expect(alert).toMatchObject(is);
      return alert as Alert;
    }, patientWithProduct);
  const waived = async (subjectType: string, subjectId: string) => {
    const query = new URLSearchParams({ shopId, subjectType, subjectId });
    const path = `/v1/performance/waivers?${query.toString()}`;
    return (await (await runtime.signedFetch('performance-service', path)).json()) as Record<string, unknown>;
  };
  const published = async (type: string) => {
    const { items } = await runtime.local<{ items: { 'detail-type': string }[] }>('GET', 'events');
    return items.filter((event) => event['detail-type'] === type).length;
  };

  it('cancels an order without a penalty: refused first, then asked for again and done', async () => {
    await vi.waitFor(async () => {
      expect((await shop.seller('GET', `buyers?orderId=${orderId}`)).status).toBe(200);
    }, patientWithProduct);
    await publish(runtime, [risk('Order Risk Flagged', {})]);
    const page = `orders/${orderId}/risk`;
    const { alertId } = await untilIt(page, { status: 'open', buyer: { username: 'Mallory' } });
    await vi.waitFor(async () => {
      expect((await shop.seller('GET', 'alerts')).body).toMatchObject({ items: [{ alertId }] });
    }, patientWithProduct);

    expect(await shop.seller('POST', `alerts/${alertId}/cancel-order`)).toMatchObject({
      status: 202,
      body: { status: 'action_requested', waiver: { status: 'pending' } },
    });
    expect((await shop.seller('POST', `alerts/${alertId}/cancel-order`)).body['code']).toBe('alert_not_open');
    await vi.waitFor(async () => expect(await published('Order Cancellation Requested')).toBe(1), patientWithProduct);

    await answered('marketplace.orders', 'Order Cancellation Refused', { orderId, reason: 'packing_started' });
    await untilIt(page, { status: 'open', lastAction: { refusal: 'packing_started' }, waiver: { status: 'void' } });
    expect((await shop.seller('POST', `alerts/${alertId}/cancel-order`)).status).toBe(202);
    expect(await waived('order', orderId)).toMatchObject({ waived: false, status: 'pending' });

    const order = { orderId, buyerId, status: 'CANCELLED', createdAt: at(0), updatedAt: at(0) };
    await answered('marketplace.orders', 'Order Status Changed', order);
    await untilIt(page, { status: 'resolved', waiver: { status: 'granted' } });
    expect(await waived('order', orderId)).toMatchObject({ waived: true, status: 'granted' });
    expect((await shop.seller('GET', 'waivers')).body).toMatchObject({ items: [{ subjectId: orderId }] });
    const block = await shop.seller('POST', 'blocks', newBlock(buyerId, { username: 'Mallory', alertId }));
    expect(block).toMatchObject({ status: 201, body: { alertId } });
  });

  it('rejects a refund without a penalty, and dismisses with a verdict', async () => {
    await publish(runtime, [
      risk('Refund Risk Flagged', { refundId: 'r1' }),
      risk('Refund Risk Flagged', { refundId: 'r2' }),
    ]);
    const [rejected, dismissed] = await Promise.all([
      untilIt('refunds/r1/risk', { status: 'open' }),
      untilIt('refunds/r2/risk', { status: 'open' }),
    ]);
    expect((await shop.seller('POST', `alerts/${rejected.alertId}/reject-refund`, {})).status).toBe(202);
    const verdict = { verdict: 'false_positive' };
    expect((await shop.seller('POST', `alerts/${dismissed.alertId}/dismiss`, verdict)).status).toBe(200);
    const refund = { refundId: 'r1', orderId, buyerId, updatedAt: at(0) };
    const status = 'REFUND_OR_RETURN_REQUEST_REJECT';
    await answered('marketplace.refunds', 'Refund Status Changed', { ...refund, status });
    await untilIt('refunds/r1/risk', { status: 'resolved', waiver: { status: 'granted' } });
    expect(await waived('refund', 'r1')).toMatchObject({ waived: true });
    expect(await waived('refund', 'r2')).toMatchObject({ waived: false, status: 'none' });
  });

  it('puts right whom an alert is about once the order or refund of a wrong flag comes', async () => {
    const group = { groupId: `g-${buyerId}`, buyerIds: [buyerId, 'another'], evidence: [], revision: 1 };
    await answered('marketplace.identity', 'Buyer Link Group Changed', group);
    await vi.waitFor(async () => {
      expect((await shop.seller('GET', `buyers?orderId=${orderId}`)).body).toMatchObject({ linkedAccounts: 1 });
    }, patientWithProduct);
    const wrong = { orderId: 'o-wrong', buyerId: 'somebody-else' };
    await publish(runtime, [
      risk('Order Risk Flagged', wrong),
      risk('Refund Risk Flagged', { ...wrong, refundId: 'r-wrong' }),
    ]);
    const pages = ['orders/o-wrong/risk', 'refunds/r-wrong/risk'];
    for (const page of pages) await untilIt(page, { buyer: { buyerId: 'somebody-else' } });
    const right = { orderId: 'o-wrong', buyerId, createdAt: at(0), updatedAt: at(0) };
    await answered('marketplace.orders', 'Order Status Changed', { ...right, status: 'UNPAID' });
    const status = 'RETURN_OR_REFUND_REQUEST_PENDING';
    await answered('marketplace.refunds', 'Refund Status Changed', { ...right, refundId: 'r-wrong', status });
    for (const page of pages) await untilIt(page, { buyer: { buyerId }, history: { linkedAccounts: 1 } });
  });
});
