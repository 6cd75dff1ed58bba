import { describe, expect, it } from 'vitest';
import * as contract from '../../../../../shared/contracts/http/alerts.ts';
import { reasonText, refusalText } from '../../../../../shared/risk-reasons/rules.ts';
import { toAlertReply } from '../../../../../shared/alerts/reading/reply.ts';
import { orderStatuses } from '../../../../../shared/kernel/words/orders.ts';
import { orderState, refundState } from '../../../../../shared/refunds/subject-rules.ts';
import { refundStatuses } from '../../../../../shared/kernel/words/refunds.ts';
import { createOpenApi } from '../../../../../shared/http/openapi.ts';
import { orderAlert } from '../../../../builders/worlds/alert-apis.ts';
import { noon } from '../../../../builders/fakes/clock.ts';

describe('a reason', () => {
  it.each([
    ['order_inside_block', 'The order was placed while a block of your shop was in force that covers it.'],
    ['brand_new_signal_7', 'Brand new signal 7.'],
    ['x', 'X.'],
    ['_', 'Other.'],
    ['__proto__', 'Proto.'],
    ['constructor', 'Constructor.'],
  ])('of code %s reads: %s', (code, text) => {
    expect(reasonText(code)).toBe(text);
  });
});

describe('a refusal', () => {
  it.each([
    ['already_shipped', 'The order is on its way already.'],
    ['carrier_has_it', 'Carrier has it.'],
    ['other', 'It was not possible; the reason is not shown here.'],
    ['constructor', 'Constructor.'],
  ])('of code %s reads: %s', (code, text) => {
    expect(refusalText(code)).toBe(text);
  });
});

describe('the reply about an alert', () => {
  it('tells what came of the newest request', () => {
    const lastAction = {
      type: 'cancel_order',
      requestedAt: noon,
      requestedBy: 'ann',
      outcome: 'refused',
      answeredAt: noon + 1,
      refusal: 'already_packed',
    } as const;
    const reply = contract.alert.parse(toAlertReply(orderAlert('shop', 'o1', { lastAction }), { now: noon }));
    expect(reply.lastAction).toEqual({
      ...lastAction,
      requestedAt: '2026-11-22T12:00:00.000Z',
      answeredAt: '2026-11-22T12:00:00.001Z',
      refusalText: 'The order is packed already.',
    });
  });

  it('has the order’s ID also where only the subject holds it', () => {
    const { orderId: _orderId, ...alert } = orderAlert('shop', 'o1');
    expect(toAlertReply(alert, { now: noon })['orderId']).toBe('o1');
  });
});

describe('the document about an alert', () => {
  it('says what moves `changedAt`', () => {
    const { components } = createOpenApi([contract.getAlert]) as { components: { schemas: object } };
    expect(components.schemas).toMatchObject({
      Alert: { properties: { changedAt: { description: expect.stringContaining('status last changed') } } },
    });
  });
});

describe('an order or refund', () => {
  it('can be acted on in exactly these states', () => {
    expect(orderStatuses.filter((status) => orderState(status) === 'actionable')).toEqual([
      'UNPAID',
      'ON_HOLD',
      'AWAITING_SHIPMENT',
      'AWAITING_COLLECTION',
    ]);
    expect(orderStatuses.filter((status) => orderState(status) === 'done')).toEqual(['CANCELLED']);
    expect(refundStatuses.filter((status) => refundState(status) === 'actionable')).toEqual([
      'RETURN_OR_REFUND_REQUEST_PENDING',
      'BUYER_SHIPPED_ITEM',
    ]);
    expect(refundStatuses.filter((status) => refundState(status) === 'done')).toEqual([
      'REFUND_OR_RETURN_REQUEST_REJECT',
      'REJECT_RECEIVE_PACKAGE',
    ]);
  });
});
