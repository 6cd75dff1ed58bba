import { beforeEach, expect, it } from 'vitest';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import type { TestEngine } from '../../../builders/engines/engines.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { addToTotals, buildOrderAlert, countAt, putAlerts } from '../../../builders/items/shop-alerts.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { dashboardOf } from './ask-dashboard.ts';

/** That the dashboard of a shop with `many` open alerts costs what that of a shop with 100 does. */
export function checkCost(engine: TestEngine, many: number): void {
  const table = useTable(engine);
  const clock = buildClock();
  beforeEach(() => buildApis(table, clock).ops.set('s'));

  const fill = async (from: number, until: number) => {
    const alerts = Array.from({ length: until - from }, (_, index) =>
      buildOrderAlert({
        alertId: `alert-${String(from + index).padStart(16, '0')}`,
        respondBy: noon + 1_000_000 + from + index,
        kind: index % 2 === 0 ? 'security_alert_order' : 'risk_refund',
      }),
    );
    await putAlerts(table, 's', alerts);
    await addToTotals(table, 's', { 'open#security_alert_order': alerts.length / 2 });
  };
  const measure = async () => {
    const recorded = recordCalls(table);
    const answer = await dashboardOf(recorded, clock).read({ days: '90' });
    expect(answer.nextDeadline).toBe('2026-11-22T12:16:40.000Z');
    // The queries run side by side, and end in any order.
    const calls = recorded.calls.toSorted((one, other) => one.scanned - other.scanned);
    return { calls, open: answer.openAlerts['security_alert_order'] };
  };

  it(`costs the same with 100 alerts and with ${many}`, async () => {
    for (let day = 0; day < 90; day++)
      await countAt(table, 's', noon - day * 86_400_000, { counts: { 'fraud#abusive_review': 1, 'stopped#other': 2 } });
    await fill(0, 100);
    const few = await measure();
    expect(few.calls.map(({ name }) => name).toSorted()).toEqual([
      'BatchGetCommand',
      'QueryCommand',
      'QueryCommand',
      'QueryCommand',
    ]);
    expect(few.calls.every(({ scanned }) => scanned <= 92)).toBe(true);
    expect(few.calls.every(({ capacityUnits }) => capacityUnits > 0)).toBe(true);
    await fill(100, many);
    const lots = await measure();
    expect(lots.open).toBe(many / 2);
    expect(lots.calls).toEqual(few.calls);
  });
}
