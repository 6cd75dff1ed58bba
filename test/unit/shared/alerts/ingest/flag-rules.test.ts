import { describe, expect, it } from 'vitest';
import { orderRiskFlagged } from '../../../../../shared/contracts/events/order-risk-flagged.ts';
import { addInsideBlock, flagAgain, raise, withdraw } from '../../../../../shared/alerts/ingest/flag-rules.ts';
import type { FlagSurroundings } from '../../../../../shared/alerts/ingest/flag-rules.ts';
import { orderFlag } from '../../../../../shared/alerts/ingest/to-flag.ts';
import type { Alert, Flag } from '../../../../../shared/alerts/rules.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { inbound } from '../../../../builders/worlds/ingest-world.ts';
import { buildOrderAlert } from '../../../../builders/items/shop-alerts.ts';

const around: FlagSurroundings = {
  state: 'actionable',
  history: { orders: 1, cancellations: 0, refunds: 0, earlierAlerts: 0, linkedAccounts: 0, linkedAlerts: 0 },
  withdrawnAt: undefined,
};
const now = noon + 60_000;
const flagged = (at: number, detail: object = {}): Flag =>
  orderFlag(orderRiskFlagged.detail.parse(inbound.orderFlag(at, detail).detail));
const open = () => raise('a', flagged(1), around, now);
const usd = (value: string) => ({ value, currency: 'USD' });

describe('flags of one instant', () => {
  const one = flagged(1, {
    reasons: ['one', 'both'],
    riskScore: 80,
    amount: usd('20'),
    respondBy: '2026-11-22T13:00:00.000Z',
  });
  const other = flagged(1, {
    reasons: ['both', 'other'],
    riskScore: 60,
    amount: usd('300'),
    respondBy: '2026-11-22T12:30:00.000Z',
  });

  it('give the same in either order: all reasons, and the graver of each', () => {
    const outcomes = [
      [one, other],
      [other, one],
    ].map(([first = one, second = other]) => flagAgain(raise('a', first, around, now), second, around, now));
    for (const alert of outcomes)
      expect(alert).toMatchObject({
        riskScore: 80,
        amount: usd('300'),
        severity: 'high',
        respondBy: noon + 1_800_000,
        revision: 2,
      });
    expect(outcomes.map((alert) => alert?.reasons.toSorted())).toEqual(Array(2).fill(['both', 'one', 'other']));
  });

  it('change nothing when one says nothing that the other had not said', () => {
    const alert = raise('a', one, around, now);
    for (const less of [
      one,
      flagged(1, { reasons: ['both'], riskScore: 10, amount: usd('20.00') }),
      flagged(1, { reasons: ['one'] }),
    ])
      expect(flagAgain(alert, less, around, now)).toBeUndefined();
  });
});

describe('amounts that differ where a number would round', () => {
  it.each([
    ['123456789012345678', '123456789012345677.999999'],
    ['900000000000000000.000001', '900000000000000000'],
    ['10', '9.5'],
  ])('are told apart in either order: %s is more than %s', (more, less) => {
    for (const [first, second] of [
      [more, less],
      [less, more],
    ] as const) {
      const alert = raise('a', flagged(1, { amount: usd(first), reasons: ['one'] }), around, now);
      expect(flagAgain(alert, flagged(1, { amount: usd(second) }), around, now)?.amount).toEqual(usd(more));
    }
  });
});

describe('the deadline of a further flag', () => {
  const first = raise('a', flagged(1, { respondBy: '2026-11-22T13:00:00.000Z' }), around, now);
  const later = now + 86_400_000;
  const again = (alert: Alert, detail: object = {}, at = 2) => flagAgain(alert, flagged(at, detail), around, later);

  it('is given when another one comes, and stays so', () => {
    expect(first).not.toHaveProperty('deadlineGivenAt');
    const moved = again(first, { respondBy: '2026-11-24T12:00:00.000Z' });
    expect(moved).toMatchObject({ deadlineGivenAt: later });
    const kept = moved && flagAgain(moved, flagged(3, { riskScore: 1 }), around, later + 1000);
    expect(kept).toMatchObject({ deadlineGivenAt: later, riskScore: 1 });
    expect(kept && again(kept, { respondBy: '2026-11-24T13:00:00.000Z' }, 4)).toMatchObject({ deadlineGivenAt: later });
  });

  it('is not given anew by a flag that says the same, unless the alert had ended', () => {
    expect(again(first, { respondBy: '2026-11-22T13:00:00.000Z' })).not.toHaveProperty('deadlineGivenAt');
    const never = '9999-12-31T23:59:59.999Z';
    const ended = { ...raise('a', flagged(1, { respondBy: never }), around, now), status: 'withdrawn' as const };
    expect(again(ended, { respondBy: never })).toMatchObject({ status: 'open', deadlineGivenAt: later });
  });

  it('leaves no instant behind where it goes', () => {
    const moved = again(first, { respondBy: '2026-11-24T12:00:00.000Z' }) ?? first;
    const inside = addInsideBlock(moved, { ...flagged(0), reasons: ['order_inside_block'] }, around, later) ?? moved;
    const bare = withdraw(inside, later, later);
    expect(bare).toMatchObject({ type: 'change', after: { reasons: ['order_inside_block'] } });
    expect(bare.type === 'change' && bare.after).not.toHaveProperty('deadlineGivenAt');
    const undated = flagAgain(moved, flagged(4 * 86_400), around, later + 4 * 86_400_000);
    expect(undated).toMatchObject({ reasons: ['high_cancellation_rate'] });
    expect(undated).not.toHaveProperty('deadlineGivenAt');
  });
});

describe('a further flag', () => {
  it('moves no status, and so not the instant of its last change, by a graver risk alone', () => {
    const mild = raise('a', flagged(1, { riskScore: 10 }), around, now);
    const graver = flagAgain(mild, flagged(2, { riskScore: 90 }), around, now + 1000);
    expect(graver).toMatchObject({ severity: 'high', revision: 2, changedAt: now });
  });

  it('keeps what it does not say', () => {
    const first = flagged(1, { riskScore: 90, amount: usd('9'), respondBy: '2026-11-22T13:00:00.000Z' });
    const alert = flagAgain(raise('a', first, around, now), flagged(2, { reasons: ['new'] }), around, now);
    expect(alert).toMatchObject({
      riskScore: 90,
      amount: usd('9'),
      respondBy: noon + 3_600_000,
      flaggedAt: noon + 2000,
    });
  });

  it('keeps no more than fifty reasons, the newest first and ours last', () => {
    const reasons = (from: number) => Array.from({ length: 20 }, (_, index) => `r${from + index}`);
    let alert = addInsideBlock(open(), { ...flagged(0), reasons: ['order_inside_block'] }, around, now) ?? open();
    for (const at of [2, 3, 4])
      alert = flagAgain(alert, flagged(at, { reasons: reasons(20 * at) }), around, now) ?? alert;
    expect(alert.reasons).toHaveLength(51);
    expect([alert.reasons[0], alert.reasons.at(-1)]).toEqual(['r80', 'order_inside_block']);
  });

  it('opens again what had ended, while its order can be cancelled and its deadline is to come', () => {
    for (const status of ['withdrawn', 'expired'] as const) {
      const ended = { ...open(), status, withdrawnAt: noon + 1500, subjectClosedAt: noon };
      expect(flagAgain(ended, flagged(2), around, now)).toMatchObject({ status: 'open', changedAt: now });
      expect(flagAgain(ended, flagged(2), around, now)).not.toHaveProperty('subjectClosedAt');
      for (const state of ['closed', 'done'] as const)
        expect(flagAgain(ended, flagged(2), { ...around, state }, now)).toMatchObject({
          status: 'expired',
          subjectClosedAt: noon,
        });
      const late = flagged(2, { respondBy: '2026-11-22T12:01:00.000Z' });
      expect(flagAgain(ended, late, around, now)).toMatchObject({ status: 'expired' });
    }
  });

  it.each(['resolved', 'dismissed'] as const)('opens nothing that is %s', (status) => {
    expect(flagAgain({ ...open(), status }, flagged(2), around, now)).toBeUndefined();
  });

  it('leaves the end of an alert to the event that says that its order is cancelled', () => {
    expect(flagAgain(open(), flagged(2), { ...around, state: 'done' }, now)).toBeUndefined();
  });

  it('takes over no deadline that had passed before it', () => {
    const first = flagged(1, { respondBy: '2026-11-22T12:00:30.000Z' });
    const expired = { ...raise('a', first, around, now), status: 'expired' as const };
    const alert = flagAgain(expired, flagged(40), around, now);
    expect(alert).toMatchObject({ status: 'open' });
    expect(alert?.respondBy).toBeUndefined();
    expect(flagAgain(expired, flagged(20), around, now)).toMatchObject({ status: 'expired' });
  });

  it('makes an alert of ours one of the risk systems', () => {
    expect(flagAgain({ ...open(), raisedThroughLink: true }, flagged(2), around, now)).not.toHaveProperty(
      'raisedThroughLink',
    );
  });
});

describe('our own reason', () => {
  const ours = (overrides: Partial<Flag> = {}): Flag => ({
    ...flagged(0),
    reasons: ['order_inside_block'],
    ...overrides,
  });

  it('takes the amount of the order where the flag named none', () => {
    expect(addInsideBlock(open(), ours({ amount: usd('300') }), around, now)).toMatchObject({
      amount: usd('300'),
      severity: 'high',
    });
    const told = raise('a', flagged(1, { amount: usd('9') }), around, now);
    expect(addInsideBlock(told, ours({ amount: usd('300') }), around, now)).toMatchObject({ amount: usd('9') });
  });

  it('sets right whom the alert is about', () => {
    expect(addInsideBlock(open(), ours({ buyerId: 'b2' }), around, now)).toMatchObject({ buyerId: 'b2' });
  });

  it('is untouched by a withdrawal that came before it', () => {
    const alert = raise('a', ours(), { ...around, withdrawnAt: noon + 9000 }, now);
    expect(alert.status).toBe('open');
    expect(alert).not.toHaveProperty('withdrawnAt');
  });

  it('is kept for a request that waits when the risk systems take theirs back', () => {
    const lastAction = { type: 'cancel_order', requestedAt: noon, requestedBy: 'ann', outcome: 'pending' } as const;
    const asked = buildOrderAlert({
      status: 'action_requested',
      lastAction,
      reasons: ['new_account', 'order_inside_block'],
    });
    expect(withdraw(asked, noon + 1, now)).toMatchObject({
      type: 'change',
      after: { status: 'action_requested', reasons: ['order_inside_block'], lastAction, changedAt: asked.changedAt },
    });
  });

  it('is only remembered when it takes back once more what was taken back: no revision without anything to see', () => {
    const pending = { type: 'cancel_order', requestedAt: noon, requestedBy: 'ann', outcome: 'pending' } as const;
    for (const reasons of [['new_account'], ['new_account', 'order_inside_block']]) {
      const asked = buildOrderAlert({ status: 'action_requested', lastAction: pending, reasons });
      const first = withdraw(asked, noon + 1, now);
      if (first.type !== 'change') throw new Error(first.type);
      expect(withdraw(first.after, noon + 2, now)).toEqual({ type: 'remember' });
    }
    const over = { ...open(), status: 'resolved' as const, withdrawnAt: noon + 2000 };
    expect(withdraw(over, noon + 3000, now)).toEqual({ type: 'nothing' });
  });
});
