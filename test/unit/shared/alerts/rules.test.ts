import { describe, expect, it } from 'vitest';
import { advance, alertName, circumstancesOf, giveUp, isFlagged, severityOf } from '../../../../shared/alerts/rules.ts';
import type { Alert, LastAction } from '../../../../shared/alerts/rules.ts';
import { noon } from '../../../builders/fakes/clock.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';

const request = (overrides: Partial<LastAction> = {}): LastAction => ({
  type: 'cancel_order',
  requestedAt: noon,
  requestedBy: 'ann',
  outcome: 'pending',
  ...overrides,
});

describe('severityOf', () => {
  it.each([
    [undefined, 'medium'],
    [0, 'low'],
    [49, 'low'],
    [50, 'medium'],
    [79, 'medium'],
    [80, 'high'],
    [100, 'high'],
  ] as const)('goes by a score of %s', (riskScore, severity) => {
    expect(severityOf(riskScore === undefined ? {} : { riskScore })).toBe(severity);
  });

  it.each([
    ['199.99', 'USD', 'low'],
    ['200', 'USD', 'medium'],
    ['9999', 'JPY', 'low'],
    ['10000', 'JPY', 'medium'],
    ['10000', 'IDR', 'medium'],
  ] as const)('is lifted by a large amount: %s %s', (value, currency, severity) => {
    expect(severityOf({ riskScore: 10, amount: { value, currency } })).toBe(severity);
  });

  it('is lifted by one step, and not beyond the highest', () => {
    const amount = { value: '1000000', currency: 'EUR' };
    expect(severityOf({ amount })).toBe('high');
    expect(severityOf({ riskScore: 100, amount })).toBe('high');
    expect(severityOf({ riskScore: 0, amount })).toBe('medium');
  });
});

describe('isFlagged', () => {
  it('tells what the risk systems flagged from what we alone raised', () => {
    expect(isFlagged({ reasons: ['order_inside_block'] })).toBe(false);
    expect(isFlagged({ reasons: ['order_inside_block', 'new_account'] })).toBe(true);
    expect(isFlagged({ reasons: ['order_inside_block'], withdrawnAt: noon })).toBe(true);
  });
});

describe('circumstancesOf', () => {
  const of = (overrides: Partial<Alert>, now = noon) => circumstancesOf(buildOrderAlert(overrides), now);

  it('are none of a fresh alert', () => {
    expect(of({})).toEqual({
      deadlineHasPassed: false,
      subjectIsClosed: false,
      flagIsWithdrawn: false,
      requestIsUnanswered: false,
    });
  });

  it('have the deadline passed at its very millisecond', () => {
    expect(of({ respondBy: noon + 1 }).deadlineHasPassed).toBe(false);
    expect(of({ respondBy: noon }).deadlineHasPassed).toBe(true);
  });

  it('have the flag withdrawn unless a newer one came, or the order stands inside a block', () => {
    expect(of({ withdrawnAt: noon }).flagIsWithdrawn).toBe(true);
    expect(of({ withdrawnAt: noon - 1 }).flagIsWithdrawn).toBe(false);
    expect(of({ withdrawnAt: noon, reasons: ['order_inside_block'] }).flagIsWithdrawn).toBe(false);
  });

  it('tell a closed subject, and a request that nobody answered', () => {
    expect(of({ subjectClosedAt: noon }).subjectIsClosed).toBe(true);
    expect(of({ lastAction: request({ outcome: 'unanswered' }) }).requestIsUnanswered).toBe(true);
    expect(of({ lastAction: request() }).requestIsUnanswered).toBe(false);
  });
});

describe('advance', () => {
  it('counts the write, and notes when the status changes', () => {
    const alert = buildOrderAlert({ changedAt: noon - 1000 });
    expect(advance(alert, 'dismissed', noon)).toEqual({ ...alert, status: 'dismissed', revision: 2, changedAt: noon });
  });

  it('keeps that instant when the status stays', () => {
    const alert = buildOrderAlert({ changedAt: noon - 1000 });
    expect(advance(alert, 'flagged', noon)).toEqual({ ...alert, revision: 2 });
  });

  it('is nothing where the event leads nowhere', () => {
    expect(advance(buildOrderAlert({ status: 'resolved' }), 'flagged', noon)).toBeUndefined();
    expect(advance(buildOrderAlert({ respondBy: noon + 1 }), 'deadline_passed', noon)).toBeUndefined();
  });
});

describe('giveUp', () => {
  it('ends the wait for a request that nobody answered, once', () => {
    const unanswered = request({ outcome: 'unanswered' });
    expect(giveUp(unanswered, noon)).toEqual({ ...unanswered, givenUpAt: noon });
    expect(giveUp({ ...unanswered, givenUpAt: noon }, noon + 1)).toBeUndefined();
  });

  it.each([
    undefined,
    request(),
    request({ outcome: 'confirmed' }),
    request({ outcome: 'refused' }),
  ])('leaves any other alone: %o', (other) => {
    expect(giveUp(other, noon)).toBeUndefined();
  });
});

describe('alertName', () => {
  it('tells shops, kinds and subjects apart', () => {
    const names = (['shop-1', 'shop-2'] as const).flatMap((shop) =>
      (['security_alert_order', 'risk_refund'] as const).flatMap((kind) =>
        (['order', 'refund'] as const).flatMap((type) => ['1', '2'].map((id) => alertName(shop, kind, { type, id }))),
      ),
    );
    expect(new Set(names).size).toBe(16);
  });
});
