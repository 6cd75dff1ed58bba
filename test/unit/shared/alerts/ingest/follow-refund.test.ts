import { describe, expect, it } from 'vitest';
import { alertIdAbout } from '../../../../../shared/alerts/alert-id.ts';
import { followRefund } from '../../../../../shared/alerts/ingest/follow-refund.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { refundStatusChanged } from '../../../../../shared/contracts/events/refund-status-changed.ts';
import type { Refund } from '../../../../../shared/refunds/rules.ts';
import type { RefundStore } from '../../../../../shared/refunds/store.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { fakeAlertShop } from '../../../../builders/fakes/fake-alert-shop.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';
import { buildWaiver } from '../../../../builders/items/waiver.ts';
import { inbound } from '../../../../builders/worlds/ingest-world.ts';

const subject = { type: 'refund', id: 'r1' } as const;
const open = buildOrderAlert({
  alertId: alertIdAbout('shop', subject),
  kind: 'risk_refund',
  subject,
});
const requested: Alert = {
  ...open,
  status: 'action_requested',
  lastAction: { type: 'reject_refund', requestedAt: noon - 1000, requestedBy: 'ann', outcome: 'pending' },
};

/** A shop with one alert, and its refunds in memory. */
function refundsOf(alert?: Alert) {
  const shop = fakeAlertShop();
  if (alert) shop.put(alert);
  shop.waivers.set('refund#r1', buildWaiver({ subjectType: 'refund', subjectId: 'r1' }));
  const refunds = new Map<string, Refund>();
  const store: RefundStore = {
    read: async (_scope, refundId) => refunds.get(refundId),
    async save(_scope, refundId, before, refund) {
      if (refunds.get(refundId)?.updatedAt !== before?.updatedAt) return false;
      refunds.set(refundId, refund);
      return true;
    },
  };
  const follow = followRefund({ ...shop.deps, refunds: store });
  return {
    shop,
    refunds,
    alert: () => shop.alertAbout('refund', 'r1'),
    tell: (status: string, at: number, detail: object = {}) =>
      follow(refundStatusChanged.detail.parse(inbound.refund(status, at, detail).detail)),
  };
}

describe('a refund and its alert', () => {
  it.each([
    'REFUND_OR_RETURN_REQUEST_REJECT',
    'REJECT_RECEIVE_PACKAGE',
  ])('%s resolves it, and grants the waiver of the request', async (status) => {
    const { shop, refunds, alert, tell } = refundsOf(requested);
    await tell(status, 1);
    expect(refunds.get('r1')).toMatchObject({ status, buyerId: 'buyer-1' });
    expect(alert()).toMatchObject({ status: 'resolved', lastAction: { outcome: 'confirmed' } });
    expect(shop.waivers.get('refund#r1')?.status).toBe('granted');
    expect(shop.saved[0]?.events).toMatchObject([
      { type: 'Penalty Waived', actor: { id: 'refund-consumer' } },
      { type: 'Alert Changed' },
    ]);
  });

  it.each([
    'RETURN_OR_REFUND_REQUEST_SUCCESS',
    'RETURN_OR_REFUND_REQUEST_CANCEL',
    'RETURN_OR_REFUND_REQUEST_COMPLETE',
  ])('%s ends it: nothing is left to reject', async (status) => {
    const { alert, tell } = refundsOf(open);
    await tell(status, 1);
    expect(alert()).toMatchObject({ status: 'expired', subjectClosedAt: noon });
  });

  it.each([
    'RETURN_OR_REFUND_REQUEST_PENDING',
    'AWAITING_BUYER_SHIP',
    'BUYER_SHIPPED_ITEM',
  ])('%s is recorded, and leaves it', async (status) => {
    const { shop, refunds, alert, tell } = refundsOf(open);
    await tell(status, 1);
    expect(refunds.get('r1')).toMatchObject({ status });
    expect(alert()).toBe(open);
    expect(shop.calls).toEqual(['readSettled']);
  });

  it('follows the newest status with an event that is late, or comes again: the one before may have died in between', async () => {
    const { shop, refunds, alert, tell } = refundsOf();
    await tell('REFUND_OR_RETURN_REQUEST_REJECT', 2);
    shop.put(requested);
    await tell('BUYER_SHIPPED_ITEM', 1);
    expect(refunds.get('r1')).toMatchObject({ status: 'REFUND_OR_RETURN_REQUEST_REJECT' });
    expect(alert()).toMatchObject({ status: 'resolved' });
    await tell('REFUND_OR_RETURN_REQUEST_REJECT', 2);
    expect(shop.saved).toHaveLength(1);
  });

  it('puts right whom the alert is about before it goes on', async () => {
    const { shop, alert, tell } = refundsOf({ ...open, buyerId: 'buyer-2' });
    await tell('RETURN_OR_REFUND_REQUEST_CANCEL', 1);
    expect(alert()).toMatchObject({ buyerId: 'buyer-1', status: 'expired' });
    expect(shop.saved.map(({ event }) => event)).toEqual(['buyer_corrected', 'subject_closed']);
  });

  it('touches no alert when the refund is known as the one of another buyer', async () => {
    const { shop, alert, tell } = refundsOf(open);
    await tell('BUYER_SHIPPED_ITEM', 1);
    const other = tell('REJECT_RECEIVE_PACKAGE', 2, { buyerId: 'buyer-2' });
    await expect(other).rejects.toMatchObject({ reason: 'conflicting_buyer' });
    expect(alert()).toBe(open);
    expect(shop.saved).toEqual([]);
  });
});
