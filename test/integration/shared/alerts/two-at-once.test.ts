import { beforeEach, describe, expect, it } from 'vitest';
import { waiverKey } from '../../../../shared/table/keys.ts';
import { buildAlertApis, orderAlert, raise, refundAlert, totalsOfShop } from '../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { addToTotals, putAlerts } from '../../../builders/items/shop-alerts.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(usualEngines())('two sellers at the same instant on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock(noon + 1000);
  const apis = buildAlertApis(table, clock);
  const [ann, bob] = [apis.seller('shop'), apis.seller('shop', { subject: 'bob' })] as const;
  // AWS's own engine is the slower one, and there is nothing that it could do only the hundredth time.
  const times = engine === 'dynoxide' ? 200 : 20;
  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => body['code'] ?? status;

  beforeEach(() => putItems(table, accessItem('shop')));

  it(`act once between them, ${times} times`, async () => {
    const alerts = Array.from({ length: times }, (_, index) =>
      index % 2 === 0 ? orderAlert('shop', `o${index}`) : refundAlert('shop', `r${index}`),
    );
    await putAlerts(table, 'shop', alerts);
    const open = { 'open#security_alert_order': times / 2, 'open#risk_refund': times / 2 };
    await addToTotals(table, 'shop', open);
    for (const { alertId, kind } of alerts) {
      // A seller has a limit of writes a minute.
      clock.time += 600;
      const act = kind === 'risk_refund' ? 'reject' : 'cancel';
      const answers = await Promise.all([ann[act](alertId), bob[act](alertId)]);
      expect(answers.map(codeOf).toSorted()).toEqual([202, 'alert_not_open']);
    }
    const requested = await eventsOf(table, 'shop', 'Order Cancellation Requested', 'Refund Rejection Requested');
    expect(new Set(requested.map(({ detail }) => (detail as { alertId: string }).alertId)).size).toBe(times);
    expect(requested).toHaveLength(times);
    expect(await totalsOfShop(table, 'shop')).toEqual({
      'action_requested#security_alert_order': times / 2,
      'action_requested#risk_refund': times / 2,
      'waivers#pending': times,
    });
    for (const { subject } of alerts.slice(0, 10))
      expect(await readItem(table, waiverKey('shop', subject.type as 'order', subject.id))).toMatchObject({
        revision: 1,
        steps: [{ status: 'pending' }],
      });
  });

  it('one who acts and one who dismisses exclude each other', async () => {
    for (let index = 0; index < 10; index++) {
      const alert = orderAlert('shop', `o${index}`);
      await raise(table, 'shop', alert);
      const answers = await Promise.all([
        ann.cancel(alert.alertId),
        bob.dismiss(alert.alertId, { verdict: 'accepted_risk' }),
      ]);
      const codes = answers.map(codeOf);
      expect([
        [202, 'alert_not_open'],
        ['alert_not_open', 200],
      ]).toContainEqual(codes);
      const waiver = await readItem(table, waiverKey('shop', 'order', `o${index}`));
      expect(waiver !== undefined).toBe(codes[0] === 202);
    }
  });

  it('and 20 concurrent copies of one request make one, all answered alike', async () => {
    const alert = orderAlert('shop', 'o1');
    await raise(table, 'shop', alert);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ann.cancel(alert.alertId, {}, 'key')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]?.status).toBe(202);
    expect(await eventsOf(table, 'shop', 'Order Cancellation Requested')).toHaveLength(1);
  });
});
