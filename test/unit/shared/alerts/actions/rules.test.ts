import { describe, expect, it } from 'vitest';
import { decideDismissal, decideRequest, possibleActions } from '../../../../../shared/alerts/actions/rules.ts';
import { alertStatuses } from '../../../../../shared/kernel/words/alerts.ts';
import { orderAlert, outcomeAlert, refundAlert } from '../../../../builders/worlds/alert-apis.ts';
import { noon } from '../../../../builders/fakes/clock.ts';

const order = orderAlert('shop', 'o1');
const refund = refundAlert('shop', 'r1');
const by = { now: noon, by: 'ann' };
const { respondBy: _none, ...undated } = order;

describe('what a seller can do', () => {
  it.each([
    [order, ['cancel_order', 'dismiss', 'block_buyer']],
    [refund, ['reject_refund', 'dismiss', 'block_buyer']],
    [undated, ['cancel_order', 'dismiss', 'block_buyer']],
    [outcomeAlert('shop', 'f1'), ['block_buyer']],
    [{ ...order, status: 'action_requested' as const }, ['block_buyer']],
    [{ ...order, respondBy: noon }, ['block_buyer']],
    [{ ...order, respondBy: noon + 1 }, ['cancel_order', 'dismiss', 'block_buyer']],
  ])('depends on the alert (%#)', (alert, actions) => {
    expect(possibleActions(alert, {}, noon)).toEqual(actions);
  });

  it.each(['not_now', 'done', 'closed'] as const)('depends on the order or refund, here %s', (subject) => {
    expect(possibleActions(refund, { subject, buyerCanBeBlocked: false }, noon)).toEqual(['dismiss']);
  });

  it('is what the decisions then allow', () => {
    for (const base of [order, refund, outcomeAlert('shop', 'f1')]) {
      for (const status of alertStatuses) {
        for (const respondBy of [noon, noon + 1]) {
          for (const subject of ['actionable', 'not_now', 'done', 'closed'] as const) {
            const alert = { ...base, status, respondBy };
            const possible = possibleActions(alert, { subject }, noon);
            for (const type of ['cancel_order', 'reject_refund'] as const)
              expect(decideRequest(alert, type, subject, by).type === 'change').toBe(possible.includes(type));
            expect(decideDismissal(alert, 'accepted_risk', by).type === 'change').toBe(possible.includes('dismiss'));
          }
        }
      }
    }
  });
});

describe('a request', () => {
  it('waits for its answer, and replaces what came of the one before', () => {
    const refused = {
      ...order,
      lastAction: { ...by, type: 'cancel_order', requestedAt: 1, requestedBy: 'bob', outcome: 'refused', refusal: 'x' },
    } as const;
    expect(decideRequest(refused, 'cancel_order', 'actionable', by)).toMatchObject({
      type: 'change',
      after: {
        status: 'action_requested',
        revision: 2,
        changedAt: noon,
        lastAction: { type: 'cancel_order', requestedAt: noon, requestedBy: 'ann', outcome: 'pending' },
      },
    });
  });

  it('tells an alert that is not open from one about something else', () => {
    expect(decideRequest({ ...order, status: 'expired' }, 'reject_refund', 'actionable', by).type).toBe(
      'alert_not_open',
    );
    expect(decideRequest(order, 'reject_refund', 'actionable', by).type).toBe('not_actionable');
    expect(decideRequest(order, 'cancel_order', 'done', by).type).toBe('not_actionable');
  });
});
