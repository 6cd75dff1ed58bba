import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { platformScope } from '../../../../../shared/access/scope.ts';
import { createAlertStore } from '../../../../../shared/alerts/store.ts';
import { alertKey, orderKey, waiverKey } from '../../../../../shared/table/keys.ts';
import {
  buildAlertApis,
  orderAlert,
  orderAttributes,
  raise,
  totalsOfShop,
} from '../../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { engines } from '../../../../builders/engines/engines.ts';
import { interceptTable } from '../../../../builders/engines/intercepted-table.ts';
import { interleaved, overtaken } from '../../../../builders/fakes/scripted-table.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';
import { useTable } from '../../../../builders/engines/table.ts';

const refusal = (status: number, code: string) => ({ status, body: { code } });

describe.each(engines())('what happens between a seller’s read and write on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock(noon + 1000);
  const alert = orderAlert('shop', 'o1');
  const requests = () => eventsOf(table, 'shop', 'Order Cancellation Requested');

  /** A seller's API before whose first write something happens. */
  function crossedBy(happens: () => Promise<unknown>) {
    const crossed = overtaken(table, happens);
    return buildAlertApis(crossed, clock).seller('shop');
  }
  const order = (status: string) =>
    putItems(table, { ...orderKey('shop', 'o1'), ...orderAttributes(status, noon + status.length) });

  beforeEach(async () => {
    // Each answer of 503 is logged, as it should be.
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
    await putItems(table, accessItem('shop'));
    await raise(table, 'shop', alert);
    await order('ON_HOLD');
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('the order is shipped: the request is refused and leaves nothing', async () => {
    const seller = crossedBy(() => order('IN_TRANSIT'));
    expect(await seller.cancel(alert.alertId)).toMatchObject(refusal(409, 'order_not_cancellable'));
    expect(await requests()).toEqual([]);
    expect(await readItem(table, waiverKey('shop', 'order', 'o1'))).toBeUndefined();
  });

  it('the order moves on, and can still be cancelled: the request is made from what it is now', async () => {
    expect((await crossedBy(() => order('AWAITING_SHIPMENT')).cancel(alert.alertId)).status).toBe(202);
    expect(await requests()).toHaveLength(1);
  });

  it('the alert’s flag is raised again: the request stands on the newer one', async () => {
    const seller = crossedBy(async () => {
      const after = { ...alert, reasons: ['payment_risk', ...alert.reasons], flaggedAt: noon + 500, revision: 2 };
      const write = { before: alert, after, event: 'flagged', events: [], now: noon } as const;
      await createAlertStore(table).save(platformScope('shop', 'test'), write);
    });
    expect((await seller.cancel(alert.alertId)).body['reasons']).toHaveLength(2);
    expect(await readItem(table, waiverKey('shop', 'order', 'o1'))).toMatchObject({ tag: { flaggedAt: noon + 500 } });
  });

  it('the access ends: the request is refused', async () => {
    const seller = crossedBy(() => putItems(table, accessItem('shop', { state: 'terminated' })));
    expect(await seller.cancel(alert.alertId)).toMatchObject(refusal(403, 'access_not_active'));
    expect(await seller.cancel(alert.alertId)).toMatchObject(refusal(403, 'access_not_active'));
    expect(await readItem(table, alertKey('shop', alert.alertId))).toMatchObject({ status: 'open' });
  });

  it('the same request has succeeded: it is answered, and done once', async () => {
    let concurrent: unknown;
    const seller = crossedBy(async () => {
      concurrent = await buildAlertApis(table, clock).seller('shop').cancel(alert.alertId, {}, 'key');
    });
    expect(await seller.cancel(alert.alertId, {}, 'key')).toEqual(concurrent);
    expect(await requests()).toHaveLength(1);
  });

  it('another alert of the key’s concurrent request: the key is refused', async () => {
    const other = orderAlert('shop', 'o2');
    await raise(table, 'shop', other);
    const seller = crossedBy(() => buildAlertApis(table, clock).seller('shop').cancel(other.alertId, {}, 'key'));
    expect(await seller.cancel(alert.alertId, {}, 'key')).toMatchObject(refusal(422, 'idempotency_key_reused'));
    expect(await requests()).toHaveLength(1);
  });

  it('never comes to rest: the seller is told to try again, and nothing is done', async () => {
    let updates = 0;
    const restless = interleaved(table, async ({ name }) => {
      if (name === 'TransactWriteCommand')
        await putItems(table, { ...orderKey('shop', 'o1'), ...orderAttributes('ON_HOLD', noon + 100 + ++updates) });
    });
    const answer = await buildAlertApis(restless, clock).seller('shop').cancel(alert.alertId);
    expect(answer).toMatchObject(refusal(503, 'unavailable'));
    expect(await requests()).toEqual([]);
  });

  it('the reply is lost after the commit: the repeated key gets the answer', async () => {
    let lost = false;
    const losing = interceptTable(table, async (command, perform) => {
      const reply = await perform();
      if (command !== 'TransactWriteCommand' || lost) return reply;
      lost = true;
      throw Object.assign(new Error('silence'), { name: 'TimeoutError' });
    });
    const seller = buildAlertApis(losing, clock).seller('shop');
    expect(await seller.cancel(alert.alertId, {}, 'key')).toMatchObject(refusal(503, 'unavailable'));
    expect(await seller.cancel(alert.alertId, {}, 'key')).toMatchObject({ status: 202 });
    expect(await seller.cancel(alert.alertId, {})).toMatchObject(refusal(409, 'alert_not_open'));
    expect(await requests()).toHaveLength(1);
    expect(await totalsOfShop(table, 'shop')).toEqual({
      'action_requested#security_alert_order': 1,
      'waivers#pending': 1,
    });
  });
});
