import { beforeEach, describe, expect, it } from 'vitest';
import { alertChanged } from '../../../../../shared/contracts/events/alert-changed.ts';
import { alertDismissed } from '../../../../../shared/contracts/events/alert-dismissed.ts';
import { orderCancellationRequested } from '../../../../../shared/contracts/events/order-cancellation-requested.ts';
import { refundRejectionRequested } from '../../../../../shared/contracts/events/refund-rejection-requested.ts';
import { orderKey, refundKey, waiverKey } from '../../../../../shared/table/keys.ts';
import {
  buildAlertApis,
  orderAlert,
  orderAttributes,
  outcomeAlert,
  raise,
  refundAlert,
  totalsOfShop,
} from '../../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';
import { useTable } from '../../../../builders/engines/table.ts';

describe.each(usualEngines())('a seller’s action on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const apis = buildAlertApis(table, clock);
  const ann = apis.seller('shop');
  const order = orderAlert('shop', 'o1');
  const refund = refundAlert('shop', 'r1');
  const requests = () => eventsOf(table, 'shop', 'Order Cancellation Requested', 'Refund Rejection Requested');

  beforeEach(async () => {
    clock.time = noon + 1000;
    await putItems(table, accessItem('shop'), accessItem('shop-2'));
    await raise(table, 'shop', order, refund);
    await putItems(
      table,
      { ...orderKey('shop', 'o1'), ...orderAttributes('AWAITING_SHIPMENT', noon) },
      { ...refundKey('shop', 'r1'), ...orderAttributes('RETURN_OR_REFUND_REQUEST_PENDING', noon) },
    );
  });

  it('asks for a cancellation: alert, waiver, counters and events together', async () => {
    const answer = await ann.cancel(order.alertId, { reason: 'suspected_fraud' });
    expect(answer).toMatchObject({
      status: 202,
      body: {
        alertId: order.alertId,
        status: 'action_requested',
        orderId: 'o1',
        lastAction: { type: 'cancel_order', outcome: 'pending', requestedBy: 'ann' },
        waiver: { subjectType: 'order', subjectId: 'o1', status: 'pending' },
        actions: ['block_buyer'],
      },
    });
    expect(await totalsOfShop(table, 'shop')).toEqual({
      'action_requested#security_alert_order': 1,
      'open#risk_refund': 1,
      'waivers#pending': 1,
    });
    expect(await readItem(table, waiverKey('shop', 'order', 'o1'))).toMatchObject({
      status: 'pending',
      tag: { alertId: order.alertId, reasons: ['high_cancellation_rate'], riskScore: 80, flaggedAt: noon },
      steps: [{ status: 'pending', at: noon + 1000, by: 'ann' }],
    });
    const [request] = await requests();
    expect(orderCancellationRequested.detail.parse(request?.['detail'])).toMatchObject({
      shopId: 'shop',
      orderId: 'o1',
      alertId: order.alertId,
      requestedBy: 'ann',
      reason: 'suspected_fraud',
      waiver: { subjectType: 'order', subjectId: 'o1' },
    });
    const [changed] = await eventsOf(table, 'shop', 'Alert Changed');
    expect(changed).toMatchObject({ accompanies: request?.['sk'], actor: { kind: 'seller', id: 'ann' } });
    expect(alertChanged.detail.parse(changed?.['detail'])).toMatchObject({
      change: 'action_requested',
      status: 'action_requested',
      requestedAt: '2026-11-22T12:00:01.000Z',
    });
  });

  it('asks for a rejection, with no body at all', async () => {
    expect(await ann.reject(refund.alertId)).toMatchObject({
      status: 202,
      body: { refundId: 'r1', orderId: 'order-of-r1', waiver: { subjectType: 'refund', subjectId: 'r1' } },
    });
    const [request] = await requests();
    const detail = refundRejectionRequested.detail.parse(request?.['detail']);
    expect(detail).toMatchObject({ refundId: 'r1', orderId: 'order-of-r1' });
    expect(detail).not.toHaveProperty('reason');
  });

  it('acts also on an order that no event has told of yet', async () => {
    const unknown = orderAlert('shop', 'o2');
    await raise(table, 'shop', unknown);
    expect((await ann.cancel(unknown.alertId)).status).toBe(202);
  });

  it('dismisses with a verdict that goes back to the risk systems', async () => {
    expect(await ann.dismiss(order.alertId, { verdict: 'false_positive' })).toMatchObject({
      status: 200,
      body: { status: 'dismissed', verdict: 'false_positive', dismissedBy: 'ann' },
    });
    const [dismissed] = await eventsOf(table, 'shop', 'Alert Dismissed');
    expect(alertDismissed.detail.parse(dismissed?.['detail'])).toMatchObject({
      kind: 'security_alert_order',
      subject: { type: 'order', id: 'o1' },
      verdict: 'false_positive',
      dismissedBy: 'ann',
    });
    expect(await eventsOf(table, 'shop', 'Alert Changed')).toMatchObject([{ accompanies: dismissed?.['sk'] }]);
    expect(await totalsOfShop(table, 'shop')).toEqual({ 'open#risk_refund': 1 });
  });

  it('is refused on an alert that is not open any more, or past its deadline', async () => {
    await ann.cancel(order.alertId);
    const refused = { status: 409, body: { code: 'alert_not_open' } };
    expect(await ann.cancel(order.alertId)).toMatchObject(refused);
    expect(await ann.dismiss(order.alertId, { verdict: 'accepted_risk' })).toMatchObject(refused);
    clock.time = refund.respondBy ?? 0;
    expect(await ann.reject(refund.alertId)).toMatchObject(refused);
    expect(await ann.dismiss(refund.alertId, { verdict: 'accepted_risk' })).toMatchObject(refused);
    const outcome = outcomeAlert('shop', 'f1');
    await raise(table, 'shop', outcome);
    for (const act of [ann.cancel, ann.reject]) expect(await act(outcome.alertId)).toMatchObject(refused);
    expect(await requests()).toHaveLength(1);
  });

  it('is refused when the alert is about something else', async () => {
    expect(await ann.cancel(refund.alertId)).toMatchObject({ status: 409, body: { code: 'order_not_cancellable' } });
    expect(await ann.reject(order.alertId)).toMatchObject({ status: 409, body: { code: 'refund_not_rejectable' } });
    expect(await requests()).toEqual([]);
  });

  it.each([
    'PARTIALLY_SHIPPING',
    'IN_TRANSIT',
    'COMPLETED',
    'CANCELLED',
  ])('is refused on an order that is %s', async (status) => {
    await putItems(table, { ...orderKey('shop', 'o1'), ...orderAttributes(status, noon + 1) });
    expect(await ann.cancel(order.alertId)).toMatchObject({ status: 409, body: { code: 'order_not_cancellable' } });
    expect(await totalsOfShop(table, 'shop')).toMatchObject({ 'open#security_alert_order': 1 });
  });

  it.each([
    'AWAITING_BUYER_SHIP',
    'REJECT_RECEIVE_PACKAGE',
    'RETURN_OR_REFUND_REQUEST_COMPLETE',
  ])('is refused on a refund that is %s', async (status) => {
    await putItems(table, { ...refundKey('shop', 'r1'), ...orderAttributes(status, noon + 1) });
    expect(await ann.reject(refund.alertId)).toMatchObject({ status: 409, body: { code: 'refund_not_rejectable' } });
    expect((await ann.get(refund.alertId)).body['actions']).toEqual(['dismiss']);
  });

  it('finds neither absent alerts nor those of other shops', async () => {
    const theirs = orderAlert('shop-2', 'o1');
    await raise(table, 'shop-2', theirs);
    for (const alertId of ['absent', theirs.alertId]) {
      for (const answer of [await ann.cancel(alertId), await ann.dismiss(alertId, { verdict: 'accepted_risk' })])
        expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });

  it('is refused to viewers, to shops without access, and for what it does not know', async () => {
    const viewer = apis.seller('shop', { role: 'viewer' });
    expect(await viewer.cancel(order.alertId)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await viewer.get(order.alertId)).body['actions']).toEqual([]);
    for (const answer of [
      await ann.cancel(order.alertId, { reason: 'because' }),
      await ann.cancel(order.alertId, { note: 'mine' }),
      await ann.cancel(order.alertId, '{'),
      await ann.dismiss(order.alertId, {}),
      await ann.dismiss(order.alertId),
    ])
      expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    await putItems(table, accessItem('shop', { state: 'terminated' }));
    expect(await ann.cancel(order.alertId)).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
    expect(await requests()).toEqual([]);
  });

  it('is done once for a repeated key, and answered alike, whatever came of it', async () => {
    const first = await ann.cancel(order.alertId, {}, 'key');
    expect(await ann.cancel(order.alertId, undefined, 'key')).toEqual(first);
    expect(await ann.cancel(order.alertId, { reason: 'other' }, 'key')).toMatchObject({ status: 422 });
    const judged = await ann.dismiss(refund.alertId, { verdict: 'accepted_risk' }, 'key-2');
    clock.advance(24 * 3_600_000 - 1);
    expect(await ann.cancel(order.alertId, {}, 'key')).toEqual(first);
    expect(await ann.dismiss(refund.alertId, { verdict: 'accepted_risk' }, 'key-2')).toEqual(judged);
    await putItems(table, accessItem('shop', { state: 'terminated' }));
    expect((await ann.cancel(order.alertId, {}, 'key')).body['code']).toBe('access_not_active');
    expect(await requests()).toHaveLength(1);
  });

  it('keeps its key for another attempt when it is refused', async () => {
    await putItems(table, { ...orderKey('shop', 'o1'), ...orderAttributes('IN_TRANSIT', noon + 1) });
    expect((await ann.cancel(order.alertId, {}, 'key')).status).toBe(409);
    await putItems(table, { ...orderKey('shop', 'o1'), ...orderAttributes('ON_HOLD', noon + 2) });
    expect((await ann.cancel(order.alertId, {}, 'key')).status).toBe(202);
  });
});
