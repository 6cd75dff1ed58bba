import { expect, it } from 'vitest';
import { isFirstDay } from '../../../src/overview/first-day-rules.ts';

const nothing = {
  timeZone: 'UTC',
  from: '2026-11-24',
  to: '2026-11-30',
  openAlerts: { security_alert_order: 0, risk_refund: 0 },
  actionRequested: { security_alert_order: 0, risk_refund: 0 },
  days: [],
  totals: {
    fraudIntercepted: { total: 0, byCategory: {} },
    ordersStopped: { total: 0, byReason: {} },
    protectedAmounts: [],
    prevented: { orders: 0, amounts: [] },
  },
  waivers: { pending: 0, granted: 0, void: 0 },
  blocks: { used: 0, limit: 100 },
  newBlocksToday: { used: 0, limit: 10, resetsAt: '2026-12-01T00:00:00.000Z' },
};

it('is the first day while nothing has happened', () => expect(isFirstDay(nothing)).toBe(true));

it.each([
  { openAlerts: { security_alert_order: 1, risk_refund: 0 } },
  { waivers: { pending: 0, granted: 0, void: 1 } },
  { blocks: { used: 1, limit: 100 } },
])('is not with %o', (some) => expect(isFirstDay({ ...nothing, ...some })).toBe(false));
