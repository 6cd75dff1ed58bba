import { describe, expect, it } from 'vitest';
import * as contract from '../../../../../shared/contracts/http/alerts.ts';
import { toAlertReply } from '../../../../../shared/alerts/reading/reply.ts';
import { createOpenApi } from '../../../../../shared/http/openapi.ts';
import { orderAlert } from '../../../../builders/worlds/alert-apis.ts';
import { noon } from '../../../../builders/fakes/clock.ts';

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
