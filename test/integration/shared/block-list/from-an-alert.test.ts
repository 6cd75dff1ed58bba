import { beforeEach, describe, expect, it } from 'vitest';
import { orderAlert, outcomeAlert, raise } from '../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { useTable } from '../../../builders/engines/table.ts';

describe.each(usualEngines())('a block from an alert on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const alert = orderAlert('shop', 'o1', { buyerId: 'b0' });

  beforeEach(async () => {
    clock.time = noon;
    for (const shopId of ['shop', 'shop-2']) await ops.set(shopId);
    await knowBuyers(table, 3, 'shop', 'shop-2');
    await raise(table, 'shop', alert);
  });

  it('names the alert, on the list, in its events, and to whoever asks again', async () => {
    const { alertId } = alert;
    const added = await shop.add('b0', { alertId }, 'key');
    expect(added).toMatchObject({ status: 201, body: { alertId } });
    expect(await shop.add('b0', { alertId }, 'key')).toEqual(added);
    expect((await shop.get('b0')).body).toMatchObject({ alertId });
    expect((await shop.list()).body).toMatchObject({ items: [{ alertId }] });
    await shop.remove('b0');
    expect(await eventsOf(table, 'shop', 'Buyer Blocked', 'Buyer Unblocked')).toMatchObject([
      { detail: { alertId } },
      { detail: { alertId } },
    ]);
  });

  it('can be made from confirmed fraud too, also when the alert has ended', async () => {
    const outcome = outcomeAlert('shop', 'f1', { buyerId: 'b1' });
    await raise(table, 'shop', outcome);
    expect((await shop.add('b1', { alertId: outcome.alertId })).status).toBe(201);
  });

  it('is refused for alerts about others, and of other shops, all alike', async () => {
    const theirs = orderAlert('shop-2', 'o1', { buyerId: 'b0' });
    await raise(table, 'shop-2', theirs);
    const refusals = [
      await shop.add('b1', { alertId: alert.alertId }),
      await shop.add('b0', { alertId: theirs.alertId }),
      await shop.add('b0', { alertId: 'absent' }),
    ];
    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        status: 400,
        body: { code: 'validation_failed', errors: [{ path: 'alertId' }] },
      });
    expect((await shop.access()).body).toMatchObject({ blocks: { used: 0 } });
    await ops.set('shop', { state: 'terminated' });
    expect((await shop.add('b0', { alertId: 'absent' })).body['code']).toBe('access_not_active');
  });
});
