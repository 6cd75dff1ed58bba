import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInsideBlock, flagAgain, raise, withdraw } from '../../../shared/alerts/ingest/flag-rules.ts';
import { followSubject } from '../../../shared/alerts/ingest/progress-rules.ts';
import type { Alert, Flag } from '../../../shared/alerts/rules.ts';
import { orderState } from '../../../shared/refunds/subject-rules.ts';
import type { Order } from '../../../shared/orders/rules.ts';
import { orderStatuses } from '../../../shared/kernel/words/orders.ts';

const history = { orders: 1, cancellations: 0, refunds: 0, earlierAlerts: 0, linkedAccounts: 0, linkedAlerts: 0 };
const now = 1000;
const flagOf = (flaggedAt: number, reasons: readonly string[]): Flag => ({
  kind: 'security_alert_order',
  subject: { type: 'order', id: 'o' },
  orderId: 'o',
  buyerId: 'b',
  reasons,
  flaggedAt,
});

type Happening =
  | { readonly type: 'flag' | 'withdrawal'; readonly at: number }
  | { readonly type: 'order'; readonly at: number; readonly status: Order['status'] };

/** What the consumers keep of one order, each event decided on what stands there: no races, no store. */
function replay(arrivals: readonly Happening[], isInsideBlock: boolean) {
  let alert: Alert | undefined;
  let withdrawnAt: number | undefined;
  let order: Extract<Happening, { type: 'order' }> | undefined;
  const flag = (one: Flag, again: typeof flagAgain): void => {
    const state = order ? orderState(order.status) : 'actionable';
    const around = { state, history, withdrawnAt };
    alert = alert ? (again(alert, one, around, now) ?? alert) : raise('a', one, around, now);
  };
  for (const one of arrivals) {
    if (one.type === 'flag') flag(flagOf(one.at, [`seen_at_${one.at}`]), flagAgain);
    if (one.type === 'withdrawal') {
      const outcome = alert ? withdraw(alert, one.at, now) : ({ type: 'remember' } as const);
      if (outcome.type === 'change') alert = outcome.after;
      if (outcome.type === 'remember') withdrawnAt = Math.max(one.at, withdrawnAt ?? 0);
    }
    if (one.type === 'order') {
      if (!order || one.at > order.at) order = one;
      alert = (alert && followSubject(alert, orderState(order.status), now)?.after) ?? alert;
      if (isInsideBlock) flag(flagOf(0, ['order_inside_block']), addInsideBlock);
    }
  }
  return alert;
}

const time = fc.integer({ min: 1, max: 5 });
/** Later is further. */
const happening = fc.oneof(
  fc.record({ type: fc.constantFrom('flag' as const, 'withdrawal' as const), at: time }),
  fc
    .record({ type: fc.constant('order' as const), at: fc.integer({ min: 0, max: orderStatuses.length - 1 }) })
    .map((one) => ({ ...one, status: orderStatuses[one.at] ?? 'UNPAID' })),
);

describe('flags, withdrawals and statuses of one order, in any order of arrival', () => {
  it('leave the alert that the newest of each says', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 8 }), fc.boolean(), (arrivals, isInsideBlock) => {
        const alert = replay(arrivals, isInsideBlock);
        const flags = arrivals.filter(({ type }) => type === 'flag').map(({ at }) => at);
        const orders = arrivals.filter((one) => one.type === 'order');
        const isInside = isInsideBlock && orders.length > 0;
        if (flags.length === 0 && !isInside) {
          expect(alert).toBeUndefined();
          return;
        }
        const newest = Math.max(0, ...flags);
        const isWithdrawn = arrivals.some(({ type, at }) => type === 'withdrawal' && at >= newest);
        const final = orders.toSorted((one, other) => other.at - one.at)[0]?.status ?? 'UNPAID';
        // Which of several ends came first is what the alert tells.
        if (['closed', 'done'].includes(orderState(final))) {
          expect(['expired', 'resolved', 'withdrawn']).toContain(alert?.status);
          return;
        }
        expect(alert?.status).toBe(isWithdrawn && !isInside ? 'withdrawn' : 'open');
        expect(alert?.reasons.includes('order_inside_block')).toBe(isInside);
        const theirs = alert?.reasons.filter((reason) => reason !== 'order_inside_block');
        if (newest > 0 && !isWithdrawn) expect(theirs?.[0]).toBe(`seen_at_${newest}`);
        if (isWithdrawn && isInside) expect(theirs).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('change nothing when all of them come again', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 8 }), fc.boolean(), (arrivals, isInsideBlock) => {
        const alert = replay(arrivals, isInsideBlock);
        const again = replay([...arrivals, ...arrivals], isInsideBlock);
        expect([again?.status, again?.reasons]).toEqual([alert?.status, alert?.reasons]);
      }),
      { numRuns: 2000 },
    );
  });
});
