import { describe, expect, it } from 'vitest';
import type { Schemas } from '../../../../clients/seller-client.ts';
import {
  canAct,
  differenceBetween,
  isOver,
  quickAct,
  subjectWord,
  withAnswer,
} from '../../../src/alerts/action-rules.ts';

type Alert = Schemas['Alert'];

const noon = Date.parse('2026-11-30T12:00:00.000Z');
const at = (hours: number): string => new Date(noon + hours * 3_600_000).toISOString();
const alert = (more: object = {}) =>
  ({
    alertId: 'a',
    kind: 'security_alert_order',
    status: 'open',
    severity: 'medium',
    revision: 1,
    reasons: [{ code: 'new_account', text: '' }],
    buyer: { buyerId: 'b', username: 'rita' },
    respondBy: at(1),
    changedAt: at(-1),
    actions: ['cancel_order', 'dismiss', 'block_buyer'],
    ...more,
  }) as unknown as Alert;

describe('what can be done', () => {
  it('is what the API says, until the deadline has passed', () => {
    expect(canAct(alert(), 'cancel_order', noon)).toBe(true);
    expect(canAct(alert({ actions: ['dismiss'] }), 'cancel_order', noon)).toBe(false);
    const past = alert({ respondBy: at(0) });
    expect([isOver(past, noon), canAct(past, 'dismiss', noon), canAct(past, 'block_buyer', noon)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('has one thing first: to cancel the order or reject the refund', () => {
    expect(quickAct(alert(), noon)).toBe('cancel_order');
    expect(quickAct(alert({ kind: 'risk_refund', actions: ['reject_refund'] }), noon)).toBe('reject_refund');
    expect(quickAct(alert({ actions: ['dismiss'] }), noon)).toBe(undefined);
    expect(quickAct(alert({ kind: 'fraud_outcome', actions: ['block_buyer'] }), noon)).toBe(undefined);
  });

  it('is about an order or a refund', () => {
    expect([subjectWord(alert()), subjectWord(alert({ kind: 'risk_refund' }))]).toEqual(['order', 'refund']);
  });
});

describe('differenceBetween', () => {
  const requested = { type: 'cancel_order', requestedAt: at(0), requestedBy: 'bob', outcome: 'pending' };
  const between = (more: object, before: object = {}) =>
    differenceBetween(alert(before), alert({ revision: 2, ...more }));

  it('is none while the revision is the same', () => {
    expect(differenceBetween(alert(), alert({ actions: [] }))).toBe(undefined);
  });

  it('says which seller was quicker, and when', () => {
    expect(between({ status: 'action_requested', lastAction: requested })).toEqual({
      type: 'asked',
      by: 'bob',
      at: at(0),
    });
    expect(between({ status: 'dismissed', dismissedBy: 'bob', changedAt: at(0) })).toEqual({
      type: 'dismissed',
      by: 'bob',
      at: at(0),
    });
  });

  it.each(['resolved', 'withdrawn', 'expired'])('says that it was %s', (status) => {
    expect(between({ status, changedAt: at(0) })).toEqual({ type: 'ended', status, at: at(0) });
  });

  it.each(['refused', 'unanswered'])('says that a request was %s', (outcome) => {
    const lastAction = { ...requested, outcome, answeredAt: at(0) };
    expect(between({ lastAction })).toEqual({ type: outcome });
    expect(between({ lastAction, severity: 'high' }, { lastAction })).toEqual({ type: 'severity' });
  });

  it.each([
    ['deadline', { respondBy: at(5) }],
    ['severity', { severity: 'high' }],
    ['reasons', { reasons: [{ code: 'payment_risk', text: '' }] }],
    ['other', {}],
  ])('says what the risk systems have changed: %s', (type, more) => {
    expect(between(more)).toEqual({ type });
  });
});

describe('withAnswer', () => {
  it('keeps the name and the block, which an answer leaves out', () => {
    const answer = alert({
      revision: 2,
      status: 'action_requested',
      buyer: { buyerId: 'b' },
      actions: ['block_buyer'],
    });
    expect(withAnswer(alert({ isBlocked: true }), answer)).toMatchObject({
      status: 'action_requested',
      buyer: { username: 'rita' },
      isBlocked: true,
      actions: [],
    });
    expect(withAnswer(alert(), answer)).toMatchObject({ actions: ['block_buyer'] });
  });

  it('is not above what is shown already', () => {
    const shown = alert({ revision: 3 });
    expect(withAnswer(shown, alert({ revision: 2 }))).toBe(shown);
  });
});
